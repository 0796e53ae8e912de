import { describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { StoredEntry } from '../history/sealing.js'
import { CommitLane, type LaneBatch, type LaneMember } from './commit-lane.js'

const BOUNDS = { batch: 4, batches: 2 }

/** A plan with so many entries to store; says in `stored` when that is done. */
function aPlan(name: string, stored: string[], { entries = 1, alarming = false } = {}): LaneMember {
  const log = name as LogId
  const all = Array.from({ length: entries }, () => ({ log }) as StoredEntry)
  let waiting = all
  return {
    log,
    take: (most) => {
      const taken = waiting.slice(0, most)
      waiting = waiting.slice(most)
      const alerts = alarming ? taken.map((entry) => ({ entry, kind: 'large-deletion' as const })) : []
      return taken.length > 0 ? { entries: taken, alerts } : null
    },
    settle: (outcome) => stored.push(`${name} ${outcome}`),
  }
}

/** A database that answers when it is told to, batch by batch. */
function aStore() {
  const asked: { logs: string[]; answer: () => void }[] = []
  const store = ({ entries }: LaneBatch) =>
    new Promise<ReadonlySet<LogId>>((resolve) => {
      const logs = new Set(entries.map(({ log }) => log))
      asked.push({ logs: [...logs], answer: () => resolve(logs) })
    })
  return { asked, store }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
const fail = (error: unknown) => expect(error).toBeUndefined()

describe('the commit lane', () => {
  it('[LP1] stores in one batch what gathers in a turn, and a second beside it, no third', async () => {
    const { asked, store } = aStore()
    const stored: string[] = []
    const lane = new CommitLane(store, BOUNDS, fail)
    for (const name of ['a', 'b']) lane.wake(aPlan(name, stored))
    await turn()
    for (const name of ['c', 'd']) {
      lane.wake(aPlan(name, stored))
      await turn()
    }
    expect(asked.map(({ logs }) => logs)).toEqual([['a', 'b'], ['c']])
    asked[1]?.answer()
    await turn()
    await turn()
    expect(asked[2]?.logs).toEqual(['d'])
    expect(stored).toEqual(['c stored'])
    asked[0]?.answer()
    asked[2]?.answer()
    await lane.idle()
    expect(stored).toEqual(['c stored', 'a stored', 'b stored', 'd stored'])
  })

  it('[LP1] waits for as long as each turn brings more plans, and for no more than enough of them', async () => {
    const { asked, store } = aStore()
    const stored: string[] = []
    const lane = new CommitLane(store, { batch: 512, batches: 1 }, fail)
    lane.wake(aPlan('plan 0', stored))
    for (let at = 1; at < 100 && asked.length === 0; at++) {
      lane.wake(aPlan(`plan ${at}`, stored))
      await turn()
    }
    const first = asked[0]?.logs.length ?? 0
    expect(first).toBeGreaterThan(3)
    expect(first).toBeLessThan(100)
    asked[0]?.answer()
    for (let at = 0; at < 3; at++) await turn()
    asked[1]?.answer()
    await lane.idle()
    expect(stored).toHaveLength(first + (asked[1]?.logs.length ?? 0))
  })

  it('[Y7] lets nobody wait for an alert of another plan', async () => {
    const { asked, store } = aStore()
    const stored: string[] = []
    const lane = new CommitLane(store, BOUNDS, fail)
    lane.wake(aPlan('alarming', stored, { alarming: true }))
    lane.wake(aPlan('quiet', stored))
    await turn()
    expect(asked.map(({ logs }) => logs)).toEqual([['quiet'], ['alarming']])
    asked[0]?.answer()
    await turn()
    expect(stored).toEqual(['quiet stored'])
    asked[1]?.answer()
    await lane.idle()
    expect(stored).toEqual(['quiet stored', 'alarming stored'])
  })

  it('[LP11] stores no more in one batch than its bound, and the rest with the next', async () => {
    const { asked, store } = aStore()
    const stored: string[] = []
    const lane = new CommitLane(store, { batch: 4, batches: 1 }, fail)
    lane.wake(aPlan('a', stored, { entries: 4 }))
    lane.wake(aPlan('b', stored))
    await turn()
    await turn()
    expect(asked.map(({ logs }) => logs)).toEqual([['a']])
    asked[0]?.answer()
    await turn()
    await turn()
    expect(asked[1]?.logs).toEqual(['b'])
    asked[1]?.answer()
    await lane.idle()
  })
})
