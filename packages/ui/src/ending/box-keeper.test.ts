import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { BoxKeeper, type StoredBox } from './box-keeper.js'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

/** A server that keeps one box, and refuses what was written upon another version. */
function aStore(box: StoredBox) {
  const server = { box, isUnreachable: false, saves: 0 }
  const save = async (words: string, after: number): Promise<StoredBox> => {
    server.saves += 1
    if (server.isUnreachable) return Promise.reject(new Error('unreachable'))
    if (after !== server.box.version) return Promise.reject(new Error('words-changed'))
    server.box = { version: after + 1, words }
    return Promise.resolve(server.box)
  }
  const codeOf = (error: unknown) => {
    const said = (error as Error).message
    return said === 'unreachable' ? null : said
  }
  const keeper = new BoxKeeper(box, { save, stored: () => Promise.resolve(server.box), codeOf })
  return { server, keeper }
}

const EMPTY = { version: 0, words: '' }

describe('a box of one’s own', () => {
  it('[EN2] is saved when its writer pauses, once for many keystrokes', async () => {
    const { server, keeper } = aStore(EMPTY)
    for (const words of ['I', 'I s', 'I sleep']) keeper.change(words)
    expect(keeper.state().saving.kind).toBe('typing')
    await jest.advanceTimersByTimeAsync(1_000)
    expect([server.box, server.saves]).toEqual([{ version: 1, words: 'I sleep' }, 1])
    expect(keeper.state()).toEqual({ words: 'I sleep', saving: { kind: 'saved' } })
  })

  it('[EN2] that another tab saved in between shows both texts, and overwrites nothing until its writer chose', async () => {
    const { server, keeper } = aStore(EMPTY)
    server.box = { version: 1, words: 'Elsewhere' }
    keeper.change('Here')
    await keeper.flush()
    expect(keeper.state()).toEqual({ words: 'Here', saving: { kind: 'conflict', theirs: server.box } })
    keeper.change('Here, and more')
    await jest.advanceTimersByTimeAsync(10_000)
    expect(server.box.words).toBe('Elsewhere')
    keeper.settle('Elsewhere\n\nHere, and more', server.box)
    await keeper.flush()
    expect(server.box).toEqual({ version: 2, words: 'Elsewhere\n\nHere, and more' })
  })

  it('[EN2] is tried again until the practice is reached, and takes no lost answer for somebody else’s words', async () => {
    const { server, keeper } = aStore(EMPTY)
    server.isUnreachable = true
    keeper.change('Kept here')
    await keeper.flush()
    expect(keeper.state()).toEqual({ words: 'Kept here', saving: { kind: 'not-saved' } })
    server.isUnreachable = false
    server.box = { version: 1, words: 'Kept here' }
    await jest.advanceTimersByTimeAsync(4_100)
    expect(keeper.state().saving.kind).toBe('saved')
  })

  it('[EN2] follows what its writer saved elsewhere while nothing is unsaved here', () => {
    const { keeper } = aStore(EMPTY)
    keeper.follow({ version: 1, words: 'From the other room' })
    expect(keeper.state().words).toBe('From the other room')
    keeper.change('Mine')
    keeper.follow({ version: 2, words: 'Theirs' })
    expect(keeper.state().words).toBe('Mine')
  })
})
