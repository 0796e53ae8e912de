import { ChangeSet } from '@codemirror/state'
import { wordDiff } from '@accord/domain/text/word-diff'

/** A few keystrokes that reach the server together, and the pause before them in ms. */
export interface Burst {
  readonly changes: ChangeSet
  readonly pause: number
}

const PER_CHARACTER_MS = 170
const BETWEEN_PLACES_MS = 1_400

/**
 * How somebody at a keyboard turns one wording into another: only the words that differ, each gone in one go and
 * written a few characters at a time. The same words are typed the same way every time.
 */
export function typing(before: string, after: string): readonly Burst[] {
  const bursts: Burst[] = []
  let length = before.length
  let at = 0
  const push = (change: { from: number; to?: number; insert?: string }, pause: number) => {
    const changes = ChangeSet.of(change, length)
    bursts.push({ changes, pause })
    length = changes.newLength
  }
  for (const segment of wordDiff(before, after)) {
    if (segment.kind === 'same') at += segment.text.length
    if (segment.kind === 'removed') push({ from: at, to: at + segment.text.length }, BETWEEN_PLACES_MS)
    if (segment.kind !== 'added') continue
    for (const keys of keystrokes(segment.text)) {
      push({ from: at, insert: keys }, keys.length * PER_CHARACTER_MS + (keys.endsWith(' ') ? 120 : 0))
      at += keys.length
    }
  }
  return bursts
}

/** Cuts words where a round trip would: after three to seven characters, never inside a pair of code units. */
function keystrokes(words: string): readonly string[] {
  const characters = Array.from(words)
  const cut: string[] = []
  for (let from = 0; from < characters.length;) {
    const count = 3 + ((from * 7 + characters.length) % 5)
    cut.push(characters.slice(from, from + count).join(''))
    from += count
  }
  return cut
}
