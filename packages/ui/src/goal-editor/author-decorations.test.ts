/** @jest-environment node */
import { ChangeSet } from '@codemirror/state'
import type { Run } from '@accord/domain/text/attributed'
import { describe, expect, it } from '@jest/globals'
import { JONAH, MARA } from '../live-plan/testing/room.js'
import { authorDecorations, nextFading, stillFresh, withFresh } from './author-decorations.js'

const voices = {
  [MARA.person]: { relation: 'practitioner', name: 'Mara' },
  [JONAH.person]: { relation: 'client', name: 'Jonah' },
} as const
const runs: readonly Run[] = [
  [JONAH.person, 12],
  [MARA.person, 8],
]

function drawn(...args: Parameters<typeof authorDecorations>): readonly string[] {
  const found: string[] = []
  authorDecorations(...args).between(0, args[3], (from, to, mark) => {
    const { attributes } = mark.spec as { attributes: Record<string, string> }
    found.push(`${from}-${to} ${attributes['data-relation'] ?? ''}${'data-new' in attributes ? ' new' : ''}`)
  })
  return found
}

describe('who wrote what, in the editor', () => {
  it('marks each stretch of words as its writer’s', () => {
    expect(drawn(runs, voices, [], 20)).toEqual(['0-12 client', '12-20 practitioner'])
  })

  it('tints what came in during the last ten seconds, and only that', () => {
    const fresh = withFresh([], ChangeSet.of({ from: 12, insert: 'from ten' }, 12), 1_000)
    expect(drawn(runs, voices, fresh, 20)).toEqual(['0-12 client', '12-20 practitioner new'])
    expect(nextFading(fresh)).toBe(11_000)
    expect(stillFresh(fresh, 10_999)).toHaveLength(1)
    expect(stillFresh(fresh, 11_000)).toEqual([])
  })

  it('keeps the tint on the words when others are written before them or inside', () => {
    const fresh = withFresh([], ChangeSet.of({ from: 12, insert: 'from ten' }, 12), 1_000)
    const moved = withFresh(fresh, ChangeSet.of({ from: 0, insert: 'So: ' }, 20), 20_000)
    expect(stillFresh(moved, 5_000).map(({ from, to }) => [from, to])).toEqual([
      [16, 24],
      [0, 4],
    ])
  })

  it('leaves words of somebody unknown unmarked', () => {
    expect(drawn(runs, {}, [], 20)).toEqual([])
  })
})
