import { wordDiff, type DiffSegment } from './word-diff.js'

const IN_WORD = /[\p{L}\p{N}\p{M}'’]/u

/**
 * The difference between two wordings, word by word, in which a comma put behind a word leaves the word alone:
 * what a removed and an added stretch have in common at their edges stays, as long as no word is cut. (AG8)
 */
export function tightDiff(before: string, after: string): readonly DiffSegment[] {
  const segments = wordDiff(before, after)
  return segments.flatMap((segment, index): readonly DiffSegment[] => {
    const next = segments[index + 1]
    const last = segments[index - 1]
    if (segment.kind === 'removed' && next?.kind === 'added') return tightened(segment.text, next.text)
    if (segment.kind === 'added' && last?.kind === 'removed') return []
    return [segment]
  })
}

function tightened(removed: string, added: string): readonly DiffSegment[] {
  const start = commonStart(removed, added)
  const end = commonStart(reversed(removed.slice(start)), reversed(added.slice(start)))
  const segments: readonly DiffSegment[] = [
    { kind: 'same', text: removed.slice(0, start) },
    { kind: 'removed', text: removed.slice(start, removed.length - end) },
    { kind: 'added', text: added.slice(start, added.length - end) },
    { kind: 'same', text: removed.slice(removed.length - end) },
  ]
  return segments.filter(({ text }) => text !== '')
}

/** How many characters two texts begin with alike, up to where no word is cut in either. */
function commonStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  while (length > 0 && (isInWord(a, length) || isInWord(b, length))) length--
  return length
}

function isInWord(text: string, at: number): boolean {
  return IN_WORD.test(text.charAt(at - 1)) && IN_WORD.test(text.charAt(at))
}

/** By UTF-16 units; only lengths are taken from it. */
function reversed(text: string): string {
  return text.split('').reverse().join('')
}
