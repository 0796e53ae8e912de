import type { ChangeSet } from '@codemirror/state'
import type { PersonId } from '../ids.js'

/** A stretch of text by one author. Lengths are UTF-16 code units; a line break counts 1. */
export type Run = readonly [author: PersonId, length: number]

/** A text of which every character's author is known. Runs cover it exactly, neighbours differ. (LP10) */
export interface AttributedText {
  readonly text: string
  readonly runs: readonly Run[]
}

/** One place at which a change took words out or put words in. `at` is an offset in the text before the change. */
export interface Piece {
  readonly at: number
  readonly removed: string
  readonly removedRuns: readonly Run[]
  readonly inserted: string
}

export const EMPTY_TEXT: AttributedText = { text: '', runs: [] }

export function writtenBy(author: PersonId, text: string): AttributedText {
  return { text, runs: text === '' ? [] : [[author, text.length]] }
}

export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const slice: Run[] = []
  let start = 0
  for (const [author, length] of runs) {
    const overlap = Math.min(to, start + length) - Math.max(from, start)
    if (overlap > 0) slice.push([author, overlap])
    start += length
    if (start >= to) break
  }
  return slice
}

/**
 * Applies a change and says what it took out and put in.
 * Throws a RangeError on a change of a text of another length, of which a part would silently be lost. (FT12)
 * @param credit authors of all inserted characters in order; as long as what is inserted (LP10)
 */
export function applyChanges(
  before: AttributedText,
  changes: ChangeSet,
  credit: readonly Run[],
): { readonly after: AttributedText; readonly pieces: readonly Piece[] } {
  if (changes.length !== before.text.length) throw new RangeError('a change of a text of another length')
  const places: Place[] = []
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    places.push({ from, to, inserted: inserted.toString() })
  })
  const [only, ...more] = places
  return only && more.length === 0
    ? applyAtOnePlace(before, only, credit)
    : applyAtMany(before, places, credit)
}

/** What a change does at one of its places. */
interface Place {
  readonly from: number
  readonly to: number
  readonly inserted: string
}

/** In the order of its one form, which is then written without sorting. (HI2) */
function pieceOf(before: AttributedText, { from, to, inserted }: Place, removedRuns: readonly Run[]): Piece {
  return { at: from, inserted, removed: before.text.slice(from, to), removedRuns }
}

/** The usual change. Runs before and after its place are copied as they are, and those after it not even looked at. */
function applyAtOnePlace(
  before: AttributedText,
  place: Place,
  credit: readonly Run[],
): ReturnType<typeof applyChanges> {
  const { from, to, inserted } = place
  let first = 0
  let start = 0
  for (let run = before.runs[0]; run && start + run[1] < from; run = before.runs[first]) {
    start += run[1]
    first += 1
  }
  const old = { runs: before.runs, at: first, used: 0 }
  const runs: Run[] = []
  const removedRuns: Run[] = []
  take(old, from - start, runs)
  take({ runs: credit, at: 0, used: 0 }, inserted.length, runs)
  take(old, to - from, removedRuns)
  // What is left of the run that was cut, or the next one: its author may be the one who went before.
  take(old, (old.runs[old.at]?.[1] ?? 0) - old.used, runs)
  const text = before.text.slice(0, from) + inserted + before.text.slice(to)
  const after = { text, runs: before.runs.toSpliced(first, old.at - first, ...runs) }
  return { after, pieces: [pieceOf(before, place, removedRuns)] }
}

function applyAtMany(
  before: AttributedText,
  places: readonly Place[],
  credit: readonly Run[],
): ReturnType<typeof applyChanges> {
  const pieces: Piece[] = []
  const runs: Run[] = []
  const old = { runs: before.runs, at: 0, used: 0 }
  const given = { runs: credit, at: 0, used: 0 }
  let text = ''
  let kept = 0
  for (const place of places) {
    const { from, to, inserted } = place
    const removedRuns: Run[] = []
    text += before.text.slice(kept, from) + inserted
    take(old, from - kept, runs)
    take(given, inserted.length, runs)
    take(old, to - from, removedRuns)
    pieces.push(pieceOf(before, place, removedRuns))
    kept = to
  }
  text += before.text.slice(kept)
  take(old, before.text.length - kept, runs)
  return { after: { text, runs }, pieces }
}

/** Runs up to this length are made once for each author. */
const SHORT = 16
const MOST_AUTHORS = 1_000
const shortRuns = new Map<PersonId, Run[]>()

/**
 * A run. What two people write together is hundreds of short ones of few kinds: shared, they are at hand when they are
 * walked over, and nothing has to keep house of them.
 */
function runOf(author: PersonId, length: number): Run {
  if (length > SHORT) return [author, length]
  const known = shortRuns.get(author) ?? shortRunsOf(author)
  return known[length] ?? [author, length]
}

function shortRunsOf(author: PersonId): Run[] {
  if (shortRuns.size >= MOST_AUTHORS) shortRuns.clear()
  const made = Array.from({ length: SHORT + 1 }, (_, length): Run => [author, length])
  shortRuns.set(author, made)
  return made
}

/** How far a list of runs has been read. */
interface Reading {
  readonly runs: readonly Run[]
  at: number
  /** Characters of the run at `at` that were read already. */
  used: number
}

/** Reads on over so many characters and adds their runs, joined where one author goes on. Whole runs are shared. */
function take(reading: Reading, length: number, into: Run[]): void {
  let left = length
  while (left > 0) {
    const run = reading.runs[reading.at]
    if (!run) return
    const rest = run[1] - reading.used
    const taken = Math.min(left, rest)
    addRun(into, run[0], taken)
    left -= taken
    reading.used += taken
    if (taken < rest) return
    reading.at += 1
    reading.used = 0
    left -= takeWhole(reading, left, into)
  }
}

/** Adds runs that lie wholly within so many characters, as long as no two neighbours are of one author: no more than copying to do. */
function takeWhole(reading: Reading, most: number, into: Run[]): number {
  const { runs } = reading
  let author = into.at(-1)?.[0]
  let length = 0
  for (let run = runs[reading.at]; run; run = runs[reading.at]) {
    if (run[0] === author || length + run[1] > most) break
    author = run[0]
    length += run[1]
    into.push(run)
    reading.at += 1
  }
  return length
}

function addRun(runs: Run[], author: PersonId, length: number): void {
  if (length === 0) return
  const last = runs.at(-1)
  if (last?.[0] === author) runs[runs.length - 1] = runOf(author, last[1] + length)
  else runs.push(runOf(author, length))
}

/** How many characters a change puts in. */
export function insertedLength(changes: ChangeSet): number {
  let length = 0
  changes.iterChanges((_from, _to, _fromAfter, _toAfter, inserted) => (length += inserted.length))
  return length
}
