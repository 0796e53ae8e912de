import { ChangeSet } from '@codemirror/state'
import { wordDiff, type DiffSegment } from '@accord/domain/text/word-diff'

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
  for (const segment of keepingWholeWords(wordDiff(before, after))) {
    if (segment.text === '') continue
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

/** Whoever writes on after a word leaves the word alone, though a full stop after it goes. */
function keepingWholeWords(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  return segments.flatMap((segment, at): DiffSegment[] => {
    const [before, next] = [segments[at - 1], segments[at + 1]]
    if (segment.kind === 'removed' && next?.kind === 'added') {
      const kept = sharedWords(segment.text, next.text)
      return [
        { kind: 'same', text: segment.text.slice(0, kept) },
        { kind: 'removed', text: segment.text.slice(kept) },
      ]
    }
    if (segment.kind !== 'added' || before?.kind !== 'removed') return [segment]
    return [{ kind: 'added', text: segment.text.slice(sharedWords(before.text, segment.text)) }]
  })
}

/** How many characters two texts begin with alike, up to the end of a word. */
function sharedWords(one: string, other: string): number {
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared++
  while (shared > 0 && (isLetter(one[shared]) || isLetter(other[shared]))) shared--
  return shared
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}’]/u.test(character)
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
