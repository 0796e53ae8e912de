import { samePlace, type TextPlace } from '../goal/field.js'
import type { HistoryEntry } from '../history/entry.js'
import type { PersonId } from '../ids.js'
import { sliceRuns, type AttributedText } from '../text/attributed.js'
import { tightDiff } from '../text/tight-diff.js'
import type { DiffSegment } from '../text/word-diff.js'

/** Words of one author: there since before, put in or taken out since. */
export interface WordsPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  readonly author: PersonId | null
}

/** Where somebody's hand was: behind the last thing that an entry put in or took out. Offset in UTF-16 units. */
export interface Hand {
  readonly author: PersonId
  readonly offset: number
}

/**
 * A text with what went since an earlier wording in its place: every word with whoever wrote it, those that were
 * taken out too. (RP5)
 */
export function wordsSince(before: AttributedText, now: AttributedText): readonly WordsPart[] {
  let inBefore = 0
  let inNow = 0
  return whollyKept(tightDiff(before.text, now.text)).flatMap(({ kind, text }) => {
    const [source, at] = kind === 'removed' ? [before, inBefore] : [now, inNow]
    if (kind !== 'added') inBefore += text.length
    if (kind !== 'removed') inNow += text.length
    return partsOf(kind, source, at, text.length)
  })
}

/** A word that another one is being typed on to has not gone: it stays as it was, and what came beside it is new. */
function whollyKept(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  return segments.flatMap((segment, index): readonly DiffSegment[] => {
    const other = segments[segment.kind === 'removed' ? index + 1 : index - 1]
    const isPair = segment.kind === 'removed' ? other?.kind === 'added' : other?.kind === 'removed'
    if (!other || !isPair || segment.kind === 'same') return [segment]
    const [gone, came] = segment.kind === 'removed' ? [segment.text, other.text] : [other.text, segment.text]
    const same: DiffSegment = { kind: 'same', text: gone }
    const isAtEnd = came.endsWith(gone)
    if (!isAtEnd && !came.startsWith(gone)) return [segment]
    if (segment.kind === 'removed') return []
    const rest = isAtEnd ? came.slice(0, came.length - gone.length) : came.slice(gone.length)
    const added: DiffSegment = { kind: 'added', text: rest }
    return isAtEnd ? [added, same] : [same, added]
  })
}

/** A text in which nothing is new and nothing gone. */
export function wordsOf(text: AttributedText): readonly WordsPart[] {
  return partsOf('same', text, 0, text.text.length)
}

/** Where the author of an entry was in a text; null when the entry was elsewhere, or is no writing. (RP7) */
export function handOf(entry: HistoryEntry, place: TextPlace): Hand | null {
  const { payload, record, author } = entry
  const isHere = payload.kind === 'text' && samePlace(payload, place)
  const pieces = record.pieces ?? []
  const last = pieces.at(-1)
  if (!isHere || !last) return null
  const shift = pieces
    .slice(0, -1)
    .reduce((sum, piece) => sum + piece.inserted.length - piece.removed.length, 0)
  return { author, offset: last.at + shift + last.inserted.length }
}

function partsOf(
  kind: WordsPart['kind'],
  { text, runs }: AttributedText,
  from: number,
  length: number,
): readonly WordsPart[] {
  let at = from
  return sliceRuns(runs, from, from + length).map(([author, run]) => ({
    kind,
    author,
    text: text.slice(at, (at += run)),
  }))
}
