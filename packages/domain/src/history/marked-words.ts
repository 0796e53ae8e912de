import type { Piece } from '../text/attributed.js'

/** A stretch of a text as one person's writing left it: untouched, taken out or put in by them. */
interface Mark {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** A text while somebody writes in it: what stood there, and what they took out and put in so far. */
export type MarkedWords = readonly Mark[]

export function unmarked(text: string): MarkedWords {
  return joinMarks([{ kind: 'kept', text }])
}

/** Carries the marks over an entry's pieces: those of the person marked here, or of somebody else. */
export function markPieces(marked: MarkedWords, pieces: readonly Piece[], isOwn: boolean): MarkedWords {
  // Offsets count in the text before the change, so the last piece goes first.
  return [...pieces].reverse().reduce((words, piece) => markPiece(words, piece, isOwn), marked)
}

/** The text without what the person put in. */
export function wordsBefore(marked: MarkedWords): string {
  return textOf(marked, 'added')
}

/** The text without what the person took out. */
export function wordsAfter(marked: MarkedWords): string {
  return textOf(marked, 'removed')
}

function markPiece(marked: MarkedWords, piece: Piece, isOwn: boolean): MarkedWords {
  const [head, rest] = cut(marked, piece.at)
  const [gone, tail] = cut(rest, piece.removed.length)
  // What stood there before and was removed stays, marked; what was put in meanwhile was never there.
  const removed = gone.flatMap((mark): Mark[] => {
    if (mark.kind === 'removed') return [mark]
    return isOwn && mark.kind === 'kept' ? [{ ...mark, kind: 'removed' }] : []
  })
  const added: Mark = { kind: isOwn ? 'added' : 'kept', text: piece.inserted }
  return joinMarks([...head, ...removed, added, ...tail])
}

/** Cuts at an offset of the text as it is; removed words have no length in it. */
function cut(marked: MarkedWords, offset: number): readonly [MarkedWords, MarkedWords] {
  const head: Mark[] = []
  const tail: Mark[] = []
  let left = offset
  for (const mark of marked) {
    const length = mark.kind === 'removed' ? 0 : mark.text.length
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

function textOf(marked: MarkedWords, without: Mark['kind']): string {
  return marked.map((mark) => (mark.kind === without ? '' : mark.text)).join('')
}

function joinMarks(marks: readonly Mark[]): MarkedWords {
  const joined: Mark[] = []
  for (const mark of marks) {
    const last = joined.at(-1)
    if (mark.text === '') continue
    if (last?.kind === mark.kind) joined[joined.length - 1] = { ...last, text: last.text + mark.text }
    else joined.push(mark)
  }
  return joined
}
