import { sliceRuns, type AttributedText } from '@accord/domain/text/attributed'
import { wordDiff } from '@accord/domain/text/word-diff'
import type { AuthoredSegment } from '@accord/ui/attributed-text/word-diff'

/** What became of agreed words, word by word; words that came since are their writers'. (AG8) */
export function changedWords(agreed: string, now: AttributedText): readonly AuthoredSegment[] {
  let at = 0
  return wordDiff(agreed, now.text).flatMap((segment): readonly AuthoredSegment[] => {
    if (segment.kind === 'removed') return [segment]
    const from = at
    at += segment.text.length
    return segment.kind === 'same' ? [segment] : byAuthor(now, from, at)
  })
}

/** A space belongs to the word before it, whoever put it there: nobody reads a difference in it. */
function byAuthor(now: AttributedText, from: number, to: number): readonly AuthoredSegment[] {
  const pieces: AuthoredSegment[] = []
  let start = from
  for (const [author, length] of sliceRuns(now.runs, from, to)) {
    const text = now.text.slice(start, start + length)
    const last = pieces.at(-1)
    start += length
    if (last && text.trim() === '') pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push({ kind: 'added', text, author })
  }
  return pieces
}
