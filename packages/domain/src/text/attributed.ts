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

/** Joins neighbouring runs of one author and drops empty ones. */
export function joinRuns(runs: Iterable<Run>): readonly Run[] {
  const joined: [PersonId, number][] = []
  for (const [author, length] of runs) {
    const last = joined.at(-1)
    if (length === 0) continue
    if (last?.[0] === author) last[1] += length
    else joined.push([author, length])
  }
  return joined
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
  const pieces: Piece[] = []
  const runs: Run[] = []
  let text = ''
  let kept = 0
  let credited = 0
  changes.iterChanges((from, to, _fromAfter, _toAfter, insertedText) => {
    const inserted = insertedText.toString()
    text += before.text.slice(kept, from) + inserted
    runs.push(...sliceRuns(before.runs, kept, from))
    runs.push(...sliceRuns(credit, credited, credited + inserted.length))
    pieces.push({
      at: from,
      removed: before.text.slice(from, to),
      removedRuns: sliceRuns(before.runs, from, to),
      inserted,
    })
    credited += inserted.length
    kept = to
  })
  text += before.text.slice(kept)
  runs.push(...sliceRuns(before.runs, kept, before.text.length))
  return { after: { text, runs: joinRuns(runs) }, pieces }
}

/** How many characters a change puts in. */
export function insertedLength(changes: ChangeSet): number {
  let length = 0
  changes.iterChanges((_from, _to, _fromAfter, _toAfter, inserted) => (length += inserted.length))
  return length
}
