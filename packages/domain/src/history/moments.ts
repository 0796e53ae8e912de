import { placeOf, samePlace, type TextPlace } from '../goal/field.js'
import type { PersonId } from '../ids.js'
import type { Piece } from '../text/attributed.js'
import type { HistoryEntry } from './entry.js'
import {
  lengthRemoved,
  markPieces,
  unmarked,
  wordsAfter,
  wordsBefore,
  type MarkedWords,
} from './marked-words.js'
import type { EntryRecord, Payload } from './payload.js'

/** After a pause of this length somebody's writing is another moment; in ms. (HI10) */
export const MOMENT_PAUSE = 20_000

type AgreementEffect = NonNullable<EntryRecord['agreement']>

/** What one person wrote in one text, without a long pause and without a command in between. Times in ms. */
export interface WritingMoment extends TextPlace {
  readonly kind: 'writing'
  readonly author: PersonId
  readonly firstSeq: number
  readonly lastSeq: number
  readonly startedAt: number
  readonly endedAt: number
  /** The text as they found and as they left it; what others wrote meanwhile is in neither, so the difference is theirs. */
  readonly before: string
  readonly after: string
  /** How many of the characters that they found they took out. */
  readonly removed: number
  /** What the writing did to the goal's agreement, in order. */
  readonly effects: readonly AgreementEffect[]
}

/** A command, which stands alone. `before` and `after` are given where it changed words. */
export interface CommandMoment {
  readonly kind: 'command'
  readonly entry: HistoryEntry
  readonly payload: Exclude<Payload, { readonly kind: 'text' }>
  readonly words: { readonly before: string; readonly after: string } | null
}

/** A stretch of history that reads as one thing somebody did. (HI10) */
export type Moment = WritingMoment | CommandMoment

interface OpenMoment extends Omit<WritingMoment, 'before' | 'after' | 'removed'> {
  readonly marked: MarkedWords
}

/** Where the reading of a log has come to; it grows in place, entry by entry. */
export interface MomentReading {
  /** Moments in the order in which they began; those still written in are open. */
  readonly moments: (Moment | OpenMoment)[]
  readonly open: Set<number>
  readonly texts: Map<string, string>
}

/**
 * Groups a log's entries into moments: by author and field, until a pause of 20 s or a command. (HI10)
 * @param entries from the first entry of the log on, in order and without gaps
 */
export function momentsOf(entries: readonly HistoryEntry[]): readonly Moment[] {
  const reading = startReading()
  for (const entry of entries) readEntry(reading, entry)
  return momentsRead(reading)
}

export function startReading(): MomentReading {
  return { moments: [], open: new Set(), texts: new Map() }
}

/** Reads the entry that follows those read so far. @returns the index of the moment that it belongs to */
export function readEntry(reading: MomentReading, entry: HistoryEntry): number {
  const { payload } = entry
  return payload.kind === 'text' ? readWriting(reading, entry, payload) : readCommand(reading, entry, payload)
}

/** The moments of what was read so far. */
export function momentsRead({ moments }: MomentReading): readonly Moment[] {
  return moments.map((moment) => ('marked' in moment ? closed(moment) : moment))
}

function readWriting(reading: MomentReading, entry: HistoryEntry, place: TextPlace): number {
  const pieces = entry.record.pieces ?? []
  const before = textAt(reading, place)
  let taken = -1
  for (const index of reading.open) {
    const moment = reading.moments[index]
    if (moment === undefined || !('marked' in moment)) continue
    if (entry.at - moment.endedAt > MOMENT_PAUSE) close(reading, index)
    else if (samePlace(moment, place)) {
      const isOwn = moment.author === entry.author
      reading.moments[index] = isOwn ? continued(moment, entry) : carried(moment, pieces)
      if (isOwn) taken = index
    }
  }
  changeText(reading, place, pieces)
  if (taken >= 0) return taken
  reading.open.add(reading.moments.length)
  return reading.moments.push(begun(entry, place, before)) - 1
}

function readCommand(
  reading: MomentReading,
  entry: HistoryEntry,
  payload: Exclude<Payload, { readonly kind: 'text' }>,
): number {
  for (const index of reading.open) close(reading, index)
  let words: CommandMoment['words'] = null
  readFirstWords(reading, payload)
  if (payload.kind === 'wording.restore') {
    const before = textAt(reading, payload)
    changeText(reading, payload, entry.record.pieces ?? [])
    words = { before, after: textAt(reading, payload) }
  }
  return reading.moments.push({ kind: 'command', entry, payload, words }) - 1
}

/** Words that come with a command rather than by writing. */
function readFirstWords(reading: MomentReading, payload: Payload): void {
  if (payload.kind === 'goal.add' || payload.kind === 'goal.share') {
    setText(reading, { goal: payload.goal, field: 'name' }, payload.title)
  }
  if (payload.kind === 'goal.share') {
    setText(reading, { goal: payload.goal, field: 'statement' }, payload.statement)
    setText(reading, { goal: payload.goal, field: 'why' }, payload.why)
  }
  if (payload.kind === 'step.add') {
    setText(reading, { goal: payload.goal, step: payload.step, field: 'text' }, payload.text)
  }
}

function begun(entry: HistoryEntry, place: TextPlace, before: string): OpenMoment {
  const { seq, at, author } = entry
  const moment: OpenMoment = {
    ...{
      kind: 'writing',
      author,
      ...placeOf(place),
      firstSeq: seq,
      lastSeq: seq,
      startedAt: at,
      endedAt: at,
    },
    ...{ effects: [], marked: unmarked(before) },
  }
  return continued(moment, entry)
}

function continued(moment: OpenMoment, entry: HistoryEntry): OpenMoment {
  const { pieces = [], agreement } = entry.record
  return {
    ...moment,
    lastSeq: entry.seq,
    endedAt: entry.at,
    effects: agreement === undefined ? moment.effects : [...moment.effects, agreement],
    marked: markPieces(moment.marked, pieces, true),
  }
}

function carried(moment: OpenMoment, pieces: readonly Piece[]): OpenMoment {
  return { ...moment, marked: markPieces(moment.marked, pieces, false) }
}

function close(reading: MomentReading, index: number): void {
  reading.open.delete(index)
  const moment = reading.moments[index]
  if (moment !== undefined && 'marked' in moment) reading.moments[index] = closed(moment)
}

function closed({ marked, ...moment }: OpenMoment): WritingMoment {
  const before = wordsBefore(marked)
  return { ...moment, before, after: wordsAfter(marked), removed: lengthRemoved(marked) }
}

function keyOf({ goal, step, field }: TextPlace): string {
  return `${goal} ${step ?? ''} ${field}`
}

function textAt(reading: MomentReading, place: TextPlace): string {
  return reading.texts.get(keyOf(place)) ?? ''
}

function setText(reading: MomentReading, place: TextPlace, text: string): void {
  reading.texts.set(keyOf(place), text)
}

function changeText(reading: MomentReading, place: TextPlace, pieces: readonly Piece[]): void {
  setText(reading, place, wordsAfter(markPieces(unmarked(textAt(reading, place)), pieces, true)))
}
