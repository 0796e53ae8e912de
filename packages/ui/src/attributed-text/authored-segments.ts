import type { DiffSegment } from '@accord/domain/text/word-diff'
import { type AuthorRuns, authoredPieces } from './author-runs.js'
import type { AuthoredSegment } from './word-diff.js'

/** Gives the words of a difference that are there now to their authors, by the runs of the present text. (AG8) */
export function authoredSegments(
  segments: readonly DiffSegment[],
  runs: AuthorRuns,
): readonly AuthoredSegment[] {
  const present = segments.filter((segment) => segment.kind !== 'removed')
  const pieces = [...authoredPieces(present.map((segment) => segment.text).join(''), runs)]
  return segments.flatMap((segment) =>
    segment.kind === 'removed' ? [segment] : takeAuthors(segment, pieces),
  )
}

/** Takes the segment's length from the front of what is left of the pieces. */
function takeAuthors(
  segment: DiffSegment,
  left: { author: string | undefined; text: string }[],
): AuthoredSegment[] {
  const taken: AuthoredSegment[] = []
  let missing = segment.text.length
  for (let piece = left[0]; missing > 0 && piece !== undefined; piece = left[0]) {
    const text = piece.text.slice(0, missing)
    taken.push({ kind: segment.kind, text, ...(piece.author === undefined ? {} : { author: piece.author }) })
    missing -= text.length
    if (text.length === piece.text.length) left.shift()
    else left[0] = { author: piece.author, text: piece.text.slice(text.length) }
  }
  return taken
}
