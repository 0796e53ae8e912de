import { agreementOf, type Agreement } from '../agreement/state.js'
import { hasWords } from '../goal/wording.js'
import type { HistoryEntry } from '../history/entry.js'
import { MOMENT_PAUSE } from '../history/moments.js'
import type { GoalId } from '../ids.js'
import { goalOf, type Plan } from '../plan/plan.js'
import type { AttributedText } from '../text/attributed.js'

/** A statement that stood for a while, until somebody began to change it. (RP6) */
export interface Wording {
  readonly text: AttributedText
  /** When its last word was written, in ms. */
  readonly at: number
  /** The last entry after which it stood unchanged. */
  readonly lastSeq: number
  /** How its agreement stood when it was left. */
  readonly agreement: Agreement
}

interface Standing {
  readonly changedAt: number
  readonly isAnswered: boolean
}

/** The wordings so far; grows in place, entry by entry. */
export interface Wordings {
  readonly past: Map<GoalId, Wording[]>
  readonly standing: Map<GoalId, Standing>
}

export function startWordings(): Wordings {
  return { past: new Map(), standing: new Map() }
}

/**
 * Keeps a statement that an entry is about to change, if it was a wording: somebody had answered it, or nobody had
 * touched it for as long as a moment's pause. Words on their way to a wording are none. (RP6)
 * @param before the plan before the entry
 */
export function noteWords(wordings: Wordings, entry: HistoryEntry, before: Plan): void {
  const { payload, at } = entry
  const { standing } = wordings
  if (payload.kind === 'goal.share') {
    standing.set(payload.goal, { changedAt: at, isAnswered: false })
  } else if (payload.kind === 'agreement.answer' && payload.step === undefined) {
    const stood = standing.get(payload.goal)
    if (stood) standing.set(payload.goal, { ...stood, isAnswered: true })
  } else if (
    (payload.kind === 'text' || payload.kind === 'wording.restore') &&
    payload.field === 'statement'
  ) {
    keepIfSettled(wordings, payload.goal, entry, before)
  }
}

/** The wordings of a statement that others had followed by the time of an entry, in order. */
export function wordingsBefore(past: readonly Wording[], seq: number): readonly Wording[] {
  let low = 0
  let high = past.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((past[middle]?.lastSeq ?? Infinity) < seq) low = middle + 1
    else high = middle
  }
  return past.slice(0, low)
}

function keepIfSettled({ past, standing }: Wordings, id: GoalId, entry: HistoryEntry, before: Plan): void {
  const stood = standing.get(id)
  const goal = goalOf(before, id)
  const isSettled = stood && (stood.isAnswered || entry.at - stood.changedAt > MOMENT_PAUSE)
  if (goal && isSettled && hasWords(goal.statement.text)) {
    const kept = past.get(id) ?? []
    kept.push({
      text: goal.statement,
      at: stood.changedAt,
      lastSeq: before.seq,
      agreement: agreementOf(goal, before.parties),
    })
    past.set(id, kept)
  }
  standing.set(id, { changedAt: entry.at, isAnswered: false })
}
