import type { Agreement } from '@accord/domain/agreement/state'
import { sliceRuns, type AttributedText } from '@accord/domain/text/attributed'
import { tightDiff } from '@accord/domain/text/tight-diff'
import type { AuthoredSegment } from '@accord/ui/attributed-text/word-diff'

type Lapsed = Extract<Agreement, { readonly kind: 'lapsed' }>

/** The longest agreed wording that a strip shows whole, in UTF-16 units. */
const STRIP_LENGTH = 90

/** What was agreed, or the part of it that is no more: enough to know which words are meant. */
export function tellingWords({ before }: Lapsed, now: string): string {
  if (before.statement.length <= STRIP_LENGTH) return withoutStop(before.statement)
  const removed = tightDiff(before.statement, now).filter(({ kind }) => kind === 'removed')
  const words = removed.map(({ text }) => text.trim()).join(' … ')
  return words === '' ? shortened(before.statement) : `…${shortened(words)}`
}

/** The agreed words and today's, word by word; those that stand today carry their writer. (AG8) */
export function changeSince({ before }: Lapsed, now: AttributedText): readonly AuthoredSegment[] {
  let at = 0
  return tightDiff(before.statement, now.text).flatMap(({ kind, text }): readonly AuthoredSegment[] => {
    if (kind === 'removed') return [{ kind, text }]
    const runs = sliceRuns(now.runs, at, at + text.length)
    at += text.length
    let from = 0
    return runs.map(([author, length]) => ({ kind, author, text: text.slice(from, (from += length)) }))
  })
}

function shortened(words: string): string {
  if (words.length <= STRIP_LENGTH) return withoutStop(words)
  return `${words.slice(0, STRIP_LENGTH).replace(/\s+\S*$/u, '')}…`
}

/** The sentence round the words has a full stop of its own. */
function withoutStop(words: string): string {
  return words.trim().replace(/\.$/u, '')
}
