import type { Goal } from '../goal/goal.js'
import type { Rating } from '../goal/scale.js'
import type { HistoryEntry } from '../history/entry.js'
import type { GoalId, PersonId } from '../ids.js'
import { goalOf, goalsInOrder, type Plan } from '../plan/plan.js'
import { sessionSummary, type SessionChange } from '../session/summary.js'

/** What a session changed in a goal, as far as a note can say it; how somebody rated is told as it was. */
export type QuotedChange =
  | Exclude<SessionChange, { kind: 'rated' }>
  | {
      readonly kind: 'rated'
      readonly goal: GoalId
      readonly name: string
      readonly on: 'scale' | 'progress'
      /** What they said the time before; null where this was the first. */
      readonly before: number | null
      readonly after: number
    }
  | { readonly kind: 'agreed'; readonly goal: GoalId; readonly name: string }

/**
 * A change of a goal by the entry of the plan's log with which it came to stand so: number and hash name the version for
 * good, whatever becomes of the goal. Times in ms. (NO6)
 */
export interface NoteQuote {
  readonly entry: number
  readonly hash: string
  readonly at: number
  readonly by: PersonId
  readonly change: QuotedChange
}

/** One quote's name within its session. */
export function quoteKey({ entry, change }: Pick<NoteQuote, 'entry' | 'change'>): string {
  return `${entry}.${change.kind}`
}

/**
 * What can be quoted of a session, in the order of the goals.
 * @param before the plan as it was when the session started
 * @param after the plan as it was when it ended
 * @param entries what came between, every entry of this session
 */
export function quotableChanges(
  before: Plan,
  after: Plan,
  entries: readonly HistoryEntry[],
): readonly NoteQuote[] {
  const { changes, standings } = sessionSummary(before, after)
  const quotes = [
    ...changes.flatMap((change) => (change.kind === 'rated' ? [] : quoted(change, after, entries))),
    ...goalsInOrder(after).flatMap((goal) => ratingsOf(goalOf(before, goal.id), goal, entries)),
    ...standings
      .filter(({ agreement, isNew }) => isNew && agreement === 'agreed')
      .flatMap(({ goal, name }) => quoted({ kind: 'agreed', goal, name }, after, entries)),
  ]
  const rank = new Map(after.order.map((goal, at) => [goal, at]))
  return quotes.sort(
    (a, b) => (rank.get(a.change.goal) ?? 0) - (rank.get(b.change.goal) ?? 0) || a.entry - b.entry,
  )
}

function quoted(
  change: Exclude<QuotedChange, { kind: 'rated' }>,
  after: Plan,
  entries: readonly HistoryEntry[],
): readonly NoteQuote[] {
  const goal = goalOf(after, change.goal)
  const made = goal && entries.findLast((entry) => makes(entry, change, goal))
  return made ? [{ entry: made.seq, hash: made.hash, at: made.at, by: made.author, change }] : []
}

/** Whether an entry is one of those by which a change came about. */
function makes(
  { payload }: HistoryEntry,
  change: Exclude<QuotedChange, { kind: 'rated' }>,
  goal: Goal,
): boolean {
  if (!('goal' in payload) || payload.goal !== goal.id) return false
  const writes = payload.kind === 'text' || payload.kind === 'wording.restore'
  switch (change.kind) {
    case 'begun':
      return payload.kind === 'goal.add' || payload.kind === 'goal.share'
    case 'words':
      return (writes && payload.field === 'statement') || payload.kind === 'goal.share'
    case 'why':
      return writes && payload.field === 'why'
    case 'step': {
      const step = goal.steps.find(({ text }) => text.text === change.words)?.id
      return (
        step !== undefined &&
        'step' in payload &&
        payload.step === step &&
        (writes || payload.kind === 'step.add')
      )
    }
    case 'step-done': {
      const step = goal.steps.find(({ text, done }) => text.text === change.words && done !== null)?.id
      return payload.kind === 'step.done' && payload.step === step
    }
    case 'set-aside':
      return payload.kind === 'goal.setAside'
    case 'taken-up':
      return payload.kind === 'goal.takeUp'
    case 'agreed':
      return payload.kind === 'agreement.answer' && payload.step === undefined
  }
}

/** The last rating of each who rated, on each measure. */
function ratingsOf(
  old: Goal | undefined,
  goal: Goal,
  entries: readonly HistoryEntry[],
): readonly NoteQuote[] {
  const known = old?.ratings.length ?? 0
  const fresh = goal.ratings.slice(known)
  const last = fresh.filter((one, at) => !fresh.slice(at + 1).some((later) => isSameSeries(one, later)))
  return last.flatMap((rating): readonly NoteQuote[] => {
    const entry = entries.find(({ seq }) => seq === rating.seq)
    if (!entry) return []
    const before = goal.ratings.slice(0, known).findLast((one) => isSameSeries(one, rating))?.value ?? null
    const about = { goal: goal.id, name: goal.name.text, on: rating.on.kind }
    const change = { kind: 'rated' as const, ...about, before, after: rating.value }
    return [{ entry: rating.seq, hash: entry.hash, at: rating.at, by: rating.person, change }]
  })
}

function isSameSeries(a: Rating, b: Rating): boolean {
  return a.person === b.person && a.on.kind === b.on.kind
}
