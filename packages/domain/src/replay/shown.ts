import { placeOf, type TextPlace } from '../goal/field.js'
import type { Goal } from '../goal/goal.js'
import type { HistoryEntry } from '../history/entry.js'
import type { GoalId } from '../ids.js'
import { goalOf, goalsInOrder, textAt, type Plan } from '../plan/plan.js'
import type { AttributedText } from '../text/attributed.js'
import type { SealChange } from './chronicle.js'
import { planAt, type Film } from './film.js'
import { handOf, wordsOf, wordsSince, type Hand, type WordsPart } from './words-at.js'
import { wordingsBefore, type Wording } from './wordings.js'

/** A text other than the statement in which somebody wrote just then. */
export interface Elsewhere {
  readonly place: TextPlace
  readonly text: AttributedText
  readonly hand: Hand | null
}

/** What is shown of a plan at one moment. */
export interface Shown {
  readonly plan: Plan
  /** The entry that made it so; null before the first one, and where only the last state is known. */
  readonly entry: HistoryEntry | null
  /** The goal in the middle: the one that is replayed, or the one that the moment is about. */
  readonly goal: Goal | null
  /** Its statement, with what went since the wording before this one in its place. (RP5) */
  readonly parts: readonly WordsPart[]
  readonly hand: Hand | null
  readonly wordings: readonly Wording[]
  readonly elsewhere: Elsewhere | null
}

/** A plan of which only the last state is known yet, as a film without moments. (HI13) */
export function stillOf(plan: Plan): Film {
  return {
    log: plan.log,
    entries: [],
    keyframes: [],
    end: plan,
    moments: [],
    momentOf: [],
    seals: [],
    wordings: new Map(),
  }
}

/** What a replay shows after an entry. @param only the goal that is replayed alone, if one is */
export function shownAt(film: Film, seq: number, only: GoalId | null): Shown {
  const plan = planAt(film, seq)
  const entry = film.entries[seq - 1] ?? null
  const goal = goalShown(film, plan, seq, only)
  const wordings = goal ? wordingsBefore(film.wordings.get(goal.id) ?? [], seq) : []
  const before = wordings.at(-1)
  const hand = goal && entry && handOf(entry, { goal: goal.id, field: 'statement' })
  return {
    plan,
    entry,
    goal,
    // Words that are still their first have nothing that they could have replaced.
    parts: goal ? (before ? wordsSince(before.text, goal.statement) : wordsOf(goal.statement)) : [],
    hand,
    wordings: wordings.filter(({ text }, index) => index < wordings.length - 1 || !isSame(text, goal)),
    elsewhere: entry && elsewhereAt(plan, entry),
  }
}

/** What happened next to a goal's seal after an entry; null when nothing did. */
export function nextSeal({ seals }: Film, goal: GoalId, seq: number): SealChange | null {
  return seals.find((change) => change.seq > seq && change.goal === goal) ?? null
}

function goalShown(film: Film, plan: Plan, seq: number, only: GoalId | null): Goal | null {
  const id = only ?? film.moments[film.momentOf[seq - 1] ?? -1]?.goal ?? null
  return (id === null ? goalsInOrder(plan)[0] : goalOf(plan, id)) ?? null
}

function isSame(text: AttributedText, goal: Goal | null): boolean {
  return text.text === goal?.statement.text
}

function elsewhereAt(plan: Plan, entry: HistoryEntry): Elsewhere | null {
  const { payload } = entry
  if (payload.kind !== 'text' || payload.field === 'statement') return null
  const place = placeOf(payload)
  const text = textAt(plan, place)
  return text ? { place, text, hand: handOf(entry, place) } : null
}
