/** A stretch of words that two wordings share, or that only one of them has. */
export interface DiffSegment {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

const MOST_CELLS = 4_000_000

/** The difference between two wordings, word by word; a word keeps the white space after it. (AG8) */
export function wordDiff(before: string, after: string): readonly DiffSegment[] {
  const old = words(before)
  const now = words(after)
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const middle = diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return joinSegments([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}

function words(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/gu) ?? []
}

function diffMiddle(old: readonly string[], now: readonly string[]): readonly DiffSegment[] {
  if (old.length * now.length > MOST_CELLS) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  }
  return walkBack(old, now, commonLengths(old, now))
}

/** Lengths of the longest common subsequence of every pair of tails, row by row. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j] ?? 0
      const beside = lengths[i * width + j + 1] ?? 0
      const both = (lengths[(i + 1) * width + j + 1] ?? 0) + 1
      lengths[i * width + j] = old[i] === now[j] ? both : Math.max(below, beside)
    }
  }
  return lengths
}

function walkBack(
  old: readonly string[],
  now: readonly string[],
  lengths: Uint32Array,
): readonly DiffSegment[] {
  const width = now.length + 1
  const segments: DiffSegment[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const before = old[i]
    const after = now[j]
    if (before !== undefined && before === after) {
      segments.push({ kind: 'same', text: before })
      i++
      j++
    } else if (
      before !== undefined &&
      (after === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      segments.push({ kind: 'removed', text: before })
      i++
    } else {
      segments.push({ kind: 'added', text: after ?? '' })
      j++
    }
  }
  return segments
}

function joinSegments(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  const joined: DiffSegment[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    if (segment.text === '') continue
    if (last?.kind === segment.kind) joined[joined.length - 1] = { ...last, text: last.text + segment.text }
    else joined.push(segment)
  }
  return joined
}
