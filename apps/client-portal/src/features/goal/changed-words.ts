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

function byAuthor(now: AttributedText, from: number, to: number): readonly AuthoredSegment[] {
  let start = from
  return sliceRuns(now.runs, from, to).map(([author, length]) => {
    const text = now.text.slice(start, start + length)
    start += length
    return { kind: 'added', text, author }
  })
}
