import type { ChangeSet } from '@codemirror/state'
import { mayWriteField, placeOf, type TextField, type TextPlace } from '../goal/field.js'
import type { TextPayload } from '../history/payload.js'
import { isRefusal, refuse, type Refusal } from '../refusal.js'
import { breaksLine, characterRefusal } from '../text/characters.js'
import { changesJson, parseChanges } from '../text/changes.js'
import { inverseOf } from '../text/inverse.js'
import { goesFirst } from '../text/precedence.js'
import type { Asker } from './decide.js'
import type { PlanLimits } from './limits.js'
import { goalOf, textAt, type Plan } from './plan.js'
import { changesAt, type RecentChanges } from './recent.js'

/** What a writer proposes to do to a text. */
export interface TextOperation extends TextPlace {
  /** The last entry that the writer had seen. */
  readonly base: number
  readonly changes: unknown
  readonly undoes?: number | undefined
}

export interface AcceptedText {
  readonly payload: TextPayload
  readonly changes: ChangeSet
}

/**
 * Checks and maps a text operation; the part of the accept path that needs no outside. One of which others' changes
 * left nothing is stored all the same: its number must not be used for other words. (LP3, LP5, LP6, LP9)
 */
export function acceptText(
  plan: Plan,
  recent: RecentChanges,
  operation: TextOperation,
  asker: Asker,
  limits: PlanLimits,
): AcceptedText | Refusal {
  const goal = goalOf(plan, operation.goal)
  if (!goal) return refuse('unknown-goal')
  if (!mayWriteField(asker.relation, operation.field)) return refuse('not-yours')
  if (goal.lifecycle === 'on-hold') return refuse('governed-fact', 'the goal is set aside')
  if (operation.base > plan.seq) return refuse('malformed', 'base lies ahead')
  if (plan.seq - operation.base > limits.window || operation.base < recent.from) return refuse('resync')
  const proposed = parseChanges(operation.changes)
  if (isRefusal(proposed)) return proposed
  const since = changesAt(recent, operation, operation.base)
  // The plan's own name for the goal: one that came with a message would be kept for as long as the entry.
  const place = { ...placeOf(operation), goal: goal.id }
  const before = textAt(plan, place)?.text
  if (before === undefined) return refuse('unknown-field')
  if (proposed.length !== (since[0]?.changes.length ?? before.length)) {
    return refuse('bad-changes', 'length differs from the text at base')
  }
  // One by one: composing entries first and mapping over the whole makes peers diverge. (LP9)
  const changes = since.reduce(
    (mapped, entry) => mapped.map(entry.changes, goesFirst(asker.person, entry.author)),
    proposed,
  )
  const no = textRefusal(before, changes, operation.field, limits)
  if (no) return no
  // In the order of its one form, which is then written without sorting. (HI2)
  const { field, step } = place
  const written = { changes: changesJson(changes), field, goal: goal.id, kind: 'text' as const }
  const payload: TextPayload = step === undefined ? written : { ...written, step }
  if (operation.undoes === undefined) return { payload, changes }
  const credit = undoCredit(recent, operation, operation.undoes, changes, asker)
  return isRefusal(credit)
    ? credit
    : { payload: { ...payload, undoes: operation.undoes, credit: credit.runs }, changes }
}

function textRefusal(
  before: string,
  changes: ChangeSet,
  field: TextField,
  limits: PlanLimits,
): Refusal | null {
  // A text that is over its bound already may still become shorter.
  if (changes.newLength > limits.longest[field] && changes.newLength >= changes.length) {
    return refuse('too-large', field)
  }
  const no = characterRefusal(before, changes)
  if (no) return no
  return field === 'name' && breaksLine(changes) ? refuse('bad-character', 'a name is one line') : null
}

/** Undoing gives words back to who wrote them, so it must be the exact inverse of one's own entry. (HI7) */
function undoCredit(
  recent: RecentChanges,
  place: TextPlace,
  undoes: number,
  changes: ChangeSet,
  asker: Asker,
): { readonly runs: NonNullable<TextPayload['credit']> } | Refusal {
  const undone = changesAt(recent, place, undoes - 1)[0]
  if (undone?.seq !== undoes || undone.author !== asker.person) return refuse('not-an-inverse')
  const inverse = changesAt(recent, place, undoes).reduce(
    (mapped, entry) => mapped.map(entry.changes, goesFirst(asker.person, entry.author)),
    inverseOf(undone.changes, undone.pieces),
  )
  const exact = JSON.stringify(inverse) === JSON.stringify(changes)
  return exact ? { runs: undone.pieces.flatMap((piece) => piece.removedRuns) } : refuse('not-an-inverse')
}
