import type { Run } from '@accord/domain/text/attributed'
import { RangeSetBuilder, type ChangeSet } from '@codemirror/state'
import { Decoration, type DecorationSet } from '@codemirror/view'
import type { Voices } from '../attributed-text/author-runs.js'

/** Words that came in a moment ago, and when, in ms. */
export interface Fresh {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** How long words keep their tint, in ms. */
const FRESH_FOR = 10_000

/** The fresh words after a change: those before it, moved, and what it put in. */
export function withFresh(fresh: readonly Fresh[], changes: ChangeSet, now: number): readonly Fresh[] {
  const moved = fresh
    .map(({ from, to, at }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1), at }))
    .filter(({ from, to }) => from < to)
  const added: Fresh[] = []
  changes.iterChanges((_from, _to, from, to) => {
    if (from < to) added.push({ from, to, at: now })
  })
  return [...moved, ...added]
}

export function stillFresh(fresh: readonly Fresh[], now: number): readonly Fresh[] {
  return fresh.filter(({ at }) => now - at < FRESH_FOR)
}

/** When the next fresh words lose their tint; null when none are fresh. */
export function nextFading(fresh: readonly Fresh[]): number | null {
  return fresh.length === 0 ? null : Math.min(...fresh.map(({ at }) => at)) + FRESH_FOR
}

/** Marks each stretch of words as its author's, and the fresh ones as fresh. Offsets in UTF-16 units. */
export function authorDecorations(
  runs: readonly Run[],
  voices: Voices,
  fresh: readonly Fresh[],
  length: number,
): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  let start = 0
  for (const [author, runLength] of runs) {
    const end = Math.min(length, start + runLength)
    const relation = voices[author]?.relation
    for (const [from, to, isFresh] of relation === undefined ? [] : cutAtFresh(start, end, fresh)) {
      const attributes = {
        'data-relation': relation ?? '',
        ...(voices[author]?.isSecond ? { 'data-second': '' } : {}),
        ...(isFresh ? { 'data-new': '' } : {}),
      }
      builder.add(from, to, Decoration.mark({ class: 'ac-words', attributes }))
    }
    start = end
  }
  return builder.finish()
}

function cutAtFresh(
  start: number,
  end: number,
  fresh: readonly Fresh[],
): readonly [number, number, boolean][] {
  const cuts = new Set([start, end])
  for (const { from, to } of fresh) {
    for (const at of [from, to]) if (at > start && at < end) cuts.add(at)
  }
  const at = [...cuts].sort((a, b) => a - b)
  const pieces: [number, number, boolean][] = []
  at.slice(0, -1).forEach((from, index) => {
    const to = at[index + 1] ?? end
    const isFresh = fresh.some((one) => one.from <= from && one.to >= to)
    const last = pieces.at(-1)
    if (last?.[2] === isFresh) last[1] = to
    else if (from < to) pieces.push([from, to, isFresh])
  })
  return pieces
}
