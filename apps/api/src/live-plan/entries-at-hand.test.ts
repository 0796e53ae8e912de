import { describe, expect, it } from '@jest/globals'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { EntriesAtHand } from './entries-at-hand.js'

const entry = (seq: number) => ({ seq, hash: `hash ${seq}` }) as HistoryEntry
const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => entry(from + at))

describe('the entries at hand', () => {
  it('[LP4] are those after any of them, and none after the last', () => {
    const atHand = new EntriesAtHand(9, entries(7, 9), 4)
    atHand.add(10, JSON.stringify(entry(10)))
    expect(atHand.after(6)).toEqual(entries(7, 10))
    expect(atHand.after(9)).toEqual([entry(10)])
    expect(atHand.after(10)).toEqual([])
    expect(atHand.hashAt(8)).toBe('hash 8')
  })

  it('[LP4] know when they do not reach back far enough', () => {
    const atHand = new EntriesAtHand(9, entries(1, 9), 4)
    expect(atHand.after(4)).toBeNull()
    expect(atHand.hashAt(5)).toBeNull()
    for (const { seq, ...rest } of entries(10, 30)) atHand.add(seq, JSON.stringify({ seq, ...rest }))
    expect(atHand.after(26)).toEqual(entries(27, 30))
    expect(atHand.after(20)).toBeNull()
  })

  it('[LP4] may be none at all', () => {
    const atHand = new EntriesAtHand(5, [], 4)
    expect(atHand.after(5)).toEqual([])
    expect(atHand.after(4)).toBeNull()
    expect(atHand.hashAt(5)).toBeNull()
  })
})
