/** @jest-environment node */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { JONAH, Room } from './testing/room.js'
import { openTab, typeIn, type Tab } from './testing/tab.js'

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

let tab: Tab
const saved = () => tab.live.view().saved

beforeEach(async () => {
  jest.useFakeTimers()
  tab = openTab(new Room(), JONAH)
  await pass(100)
})
afterEach(() => {
  tab.live.close()
  jest.useRealTimers()
})

describe('words that the server does not answer for', () => {
  it('[LP13] are said to be not saved yet after 8 s, with how many there are, and saved as soon as it answers', async () => {
    tab.wire.hold(true)
    typeIn(tab, 'my phone ')
    await pass(7_900)
    expect(saved()).toEqual({ kind: 'saving' })
    await pass(200)
    expect(saved()).toEqual({ kind: 'late', waiting: 1 })
    typeIn(tab, 'stays in the kitchen')
    await pass(100)
    expect(saved().kind).toBe('late')
    tab.wire.hold(false)
    await pass(100)
    expect(saved()).toEqual({ kind: 'saved' })
  })

  it('[LP13] are not late while one after the other is stored', async () => {
    for (let round = 0; round < 4; round++) {
      tab.wire.hold(true)
      typeIn(tab, 'word ')
      await pass(5_000)
      expect(saved()).toEqual({ kind: 'saving' })
      tab.wire.hold(false)
      await pass(10)
    }
  })

  it('[LP13] are waiting offline, and not late, where the connection is gone', async () => {
    tab.wire.hold(true)
    typeIn(tab, 'my phone')
    tab.wire.cut()
    await pass(20_000)
    expect(saved()).toEqual({ kind: 'offline', waiting: 1 })
    tab.wire.hold(false)
    tab.wire.mend()
    await pass(100)
    expect(saved()).toEqual({ kind: 'saved' })
  })
})
