import type { DiffSegment } from '@accord/domain/text/word-diff'

/** How many unchanged words stand on either side of a change. */
const CONTEXT = 6

/** Shortens what stayed the same to a few words round each change. */
export function clipSegments(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment
    const words = segment.text.match(/\S+\s*|\s+/gu) ?? []
    const head = index === 0 ? [] : words.slice(0, CONTEXT)
    const tail = index === segments.length - 1 ? [] : words.slice(-CONTEXT)
    if (head.length + tail.length >= words.length) return segment
    const before = head.join('').trimEnd()
    const gap = before === '' || tail.length === 0 ? '… ' : ' … '
    return { kind: 'same', text: tail.length === 0 ? `${before} …` : `${before}${gap}${tail.join('')}` }
  })
}
