import { partiesOf } from '../agreement/state.js'
import type { HistoryEntry } from '../history/entry.js'
import { quotesOf } from '../history/moment-quotes.js'
import { momentsRead, readEntry, startReading, type Moment, type MomentReading } from '../history/moments.js'
import type { EntryRecord } from '../history/payload.js'
import type { GoalId, PersonId, SessionId } from '../ids.js'
import { goalOf, type Plan } from '../plan/plan.js'

/** A seal that closed: how many parties it has, and whether it had been closed before. */
interface Closing {
  readonly parties: number
  readonly again: boolean
}

/** What a sentence about a moment needs of the plan as it was then. */
interface Note {
  readonly author: PersonId
  readonly session: SessionId | null
  /** The goal that it is about, and what that was called then. */
  readonly goal: GoalId | null
  readonly goalName: string
  /** Words that it is about, as they were then, one line each. */
  readonly quotes: readonly string[]
  /** Set where it closed a seal. */
  readonly closing: Closing | null
}

/** A moment with all that is told of it. Times in ms. (HI10, RP3) */
export interface ToldMoment extends Note {
  readonly moment: Moment
  readonly firstSeq: number
  readonly lastSeq: number
  readonly startedAt: number
  readonly endedAt: number
}

/** An entry that did something to a goal's agreement; steps are agreed separately. (AG10) */
export interface SealChange {
  readonly goal: GoalId
  readonly seq: number
  /** In ms. */
  readonly at: number
  readonly effect: NonNullable<EntryRecord['agreement']>
}

/** What was told so far; grows in place, entry by entry. */
export interface Chronicle {
  readonly reading: MomentReading
  readonly notes: Note[]
  readonly momentOf: number[]
  readonly closedBefore: Set<GoalId>
  readonly seals: SealChange[]
}

export function startChronicle(): Chronicle {
  return { reading: startReading(), notes: [], momentOf: [], closedBefore: new Set(), seals: [] }
}

/** @param after the plan after the entry */
export function noteEntry(chronicle: Chronicle, entry: HistoryEntry, after: Plan): void {
  const { reading, notes, momentOf } = chronicle
  const index = readEntry(reading, entry)
  momentOf.push(index)
  noteSeal(chronicle, entry)
  if (index < notes.length) return
  const { author, session, payload } = entry
  const goal = 'goal' in payload ? payload.goal : null
  const goalName = (goal === null ? undefined : goalOf(after, goal))?.name.text ?? ''
  const closing = closingOf(chronicle, entry, after)
  const quotes =
    payload.kind === 'text' ? [] : quotesOf({ kind: 'command', entry, payload, words: null }, after)
  notes.push({ author, session, goal, goalName, quotes, closing })
}

export function chronicleOf({ reading, notes }: Chronicle): readonly ToldMoment[] {
  return momentsRead(reading).flatMap((moment, index) => {
    const note = notes[index]
    return note ? [{ ...note, moment, ...spanOf(moment) }] : []
  })
}

function spanOf(moment: Moment): Pick<ToldMoment, 'firstSeq' | 'lastSeq' | 'startedAt' | 'endedAt'> {
  if (moment.kind === 'writing') {
    const { firstSeq, lastSeq, startedAt, endedAt } = moment
    return { firstSeq, lastSeq, startedAt, endedAt }
  }
  const { seq, at } = moment.entry
  return { firstSeq: seq, lastSeq: seq, startedAt: at, endedAt: at }
}

function noteSeal({ seals }: Chronicle, { seq, at, payload, record }: HistoryEntry): void {
  const effect = record.agreement
  const isOfStep = 'step' in payload && payload.step !== undefined
  if (effect !== undefined && 'goal' in payload && !isOfStep)
    seals.push({ goal: payload.goal, seq, at, effect })
}

/** Only a goal's own seal counts: steps are agreed separately. (AG10) */
function closingOf({ closedBefore }: Chronicle, entry: HistoryEntry, after: Plan): Closing | null {
  const { payload, record } = entry
  if (payload.kind !== 'agreement.answer' || payload.step !== undefined) return null
  const goal = record.agreement === 'closed' ? goalOf(after, payload.goal) : undefined
  if (!goal) return null
  const again = closedBefore.has(goal.id)
  closedBefore.add(goal.id)
  return { parties: partiesOf(goal, after.parties).length, again }
}
