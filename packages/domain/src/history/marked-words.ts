import type { Piece } from '../text/attributed.js'

/** A stretch of a text as one person's writing left it. */
interface Mark {
  /** Untouched by them, taken out, put in; `foreign` is what somebody else put in meanwhile. */
  readonly kind: 'kept' | 'removed' | 'added' | 'foreign'
  readonly text: string
  /** Whether it stands in the text now. */
  readonly isThere: boolean
}

/** A text while somebody writes in it: what they found there, and what they took out and put in so far. */
export type MarkedWords = readonly Mark[]

export function unmarked(text: string): MarkedWords {
  return joinMarks([{ kind: 'kept', text, isThere: true }])
}

/** Carries the marks over an entry's pieces: those of the person marked here, or of somebody else. */
export function markPieces(marked: MarkedWords, pieces: readonly Piece[], isOwn: boolean): MarkedWords {
  // Offsets count in the text before the change, so the last piece goes first.
  return [...pieces].reverse().reduce((words, piece) => markPiece(words, piece, isOwn), marked)
}

/** What the person found, without what they put in. */
export function wordsBefore(marked: MarkedWords): string {
  return textOf(marked, ['kept', 'removed'])
}

/** What the person made of it, without what they took out. */
export function wordsAfter(marked: MarkedWords): string {
  return textOf(marked, ['kept', 'added'])
}

/** How much of what the person found they took out, in UTF-16 units. */
export function lengthRemoved(marked: MarkedWords): number {
  return textOf(marked, ['removed']).length
}

function markPiece(marked: MarkedWords, piece: Piece, isOwn: boolean): MarkedWords {
  const [head, rest] = cut(marked, piece.at)
  const [gone, tail] = cut(rest, piece.removed.length)
  const taken = gone.flatMap((mark) => (mark.isThere ? takenOut(mark, isOwn) : [mark]))
  const added: Mark = { kind: isOwn ? 'added' : 'foreign', text: piece.inserted, isThere: true }
  return joinMarks([...head, ...taken, added, ...tail])
}

/** Somebody else's hand takes nothing off what this person found or wrote; it only isn't there any more. */
function takenOut(mark: Mark, isOwn: boolean): readonly Mark[] {
  if (!isOwn) return mark.kind === 'foreign' ? [] : [{ ...mark, isThere: false }]
  return mark.kind === 'added' ? [] : [{ ...mark, kind: 'removed', isThere: false }]
}

/** Cuts at an offset of the text as it is; what isn't there has no length in it. */
function cut(marked: MarkedWords, offset: number): readonly [MarkedWords, MarkedWords] {
  const head: Mark[] = []
  const tail: Mark[] = []
  let left = offset
  for (const mark of marked) {
    const length = mark.isThere ? mark.text.length : 0
    if (tail.length > 0 || (left === 0 && length > 0)) tail.push(mark)
    else if (length <= left) {
      head.push(mark)
      left -= length
    } else {
      head.push({ ...mark, text: mark.text.slice(0, left) })
      tail.push({ ...mark, text: mark.text.slice(left) })
      left = 0
    }
  }
  return [head, tail]
}

function textOf(marked: MarkedWords, kinds: readonly Mark['kind'][]): string {
  return marked.map((mark) => (kinds.includes(mark.kind) ? mark.text : '')).join('')
}

function joinMarks(marks: readonly Mark[]): MarkedWords {
  const joined: Mark[] = []
  for (const mark of marks) {
    const last = joined.at(-1)
    if (mark.text === '') continue
    if (last?.kind === mark.kind && last.isThere === mark.isThere) {
      joined[joined.length - 1] = { ...last, text: last.text + mark.text }
    } else joined.push(mark)
  }
  return joined
}
