/** @jest-environment node */
import { afterEach, describe, expect, it } from '@jest/globals'
import { textAt } from '@accord/domain/plan/plan'
import type { Asker } from '@accord/domain/plan/decide'
import { openPendingStore } from '../pending-store/open-pending-store.js'
import { Profile } from '../pending-store/testing/device.js'
import { sendUnsent } from './send-unsent.js'
import { GOAL, JONAH, MARA, Room } from './testing/room.js'
import { openTab, STATEMENT, typeIn, until, wordsOf, type Tab } from './testing/tab.js'
import { Wire } from './testing/wire.js'

const open: Tab[] = []
afterEach(() => {
  for (const tab of open.splice(0)) tab.live.close()
})

/** A phone that was switched off while somebody's words waited on it. */
async function phoneWith(room: Room, words: string): Promise<Profile> {
  const profile = new Profile()
  const tab = openTab(room, JONAH, profile.tab())
  open.push(tab)
  await until(() => wordsOf(tab) !== undefined)
  tab.wire.cut()
  typeIn(tab, words)
  await keptOnDisk()
  tab.live.close()
  return profile
}

const signIn = (room: Room, profile: Profile, asker: Asker, signal = new AbortController().signal) =>
  sendUnsent({
    store: openPendingStore(asker.person, profile.tab()),
    connectAlone: () => new Wire(room, asker),
    random: () => 0,
    signal,
  })
const waiting = (profile: Profile) => openPendingStore(JONAH.person, profile.tab()).waiting()
const roomWords = (room: Room) => textAt(room.plan, STATEMENT)?.text

describe('words that a switched-off phone kept', () => {
  it('[OF10] are sent when the same person signs in again, though no plan is opened, and once', async () => {
    const room = new Room()
    const profile = await phoneWith(room, 'written on the train')
    expect(await waiting(profile)).toBe(1)
    expect(await signIn(room, profile, JONAH)).toEqual({ joined: 1, review: [] })
    expect(await signIn(room, profile, JONAH)).toEqual({ joined: 0, review: [] })
    expect([roomWords(room), await waiting(profile)]).toEqual(['written on the train', 0])
  })

  it('[OF10] are neither sent nor shown when somebody else signs in, and stay for their writer', async () => {
    const room = new Room()
    const profile = await phoneWith(room, 'only his')
    expect(await signIn(room, profile, MARA)).toEqual({ joined: 0, review: [] })
    expect([roomWords(room), await waiting(profile)]).toEqual(['', 1])
    expect((await signIn(room, profile, JONAH)).joined).toBe(1)
  })

  it('[OF11] are shown for review when they can’t join, until their writer has them', async () => {
    const room = new Room()
    const profile = await phoneWith(room, 'too late')
    room.refusing.push('governed-fact')
    const words = [{ ...STATEMENT, words: 'too late' }]
    const { joined, review } = await signIn(room, profile, JONAH)
    expect([joined, review[0]?.words]).toEqual([0, words])
    const again = await signIn(room, profile, JONAH)
    expect(again.review[0]?.words).toEqual(words)
    await again.review[0]?.dismiss()
    expect(await signIn(room, profile, JONAH)).toEqual({ joined: 0, review: [] })
    expect(roomWords(room)).toBe('')
  })

  it('[OF11] are shown for review when the plan is no longer theirs to write', async () => {
    const room = new Room()
    const profile = await phoneWith(room, 'behind a closed door')
    room.barred = true
    const { joined, review } = await signIn(room, profile, JONAH)
    expect([joined, review[0]?.words.map(({ words }) => words)]).toEqual([0, ['behind a closed door']])
    expect(await waiting(profile)).toBe(0)
    await review[0]?.dismiss()
    expect((await signIn(room, profile, JONAH)).review).toEqual([])
  })

  it('[OF10] wait on when nobody waits for them any more', async () => {
    const room = new Room()
    const profile = await phoneWith(room, 'patient')
    const leaving = new AbortController()
    const sending = signIn(room, profile, JONAH, leaving.signal)
    leaving.abort()
    expect(await sending).toEqual({ joined: 0, review: [] })
    expect(await waiting(profile)).toBe(1)
  })
})

describe('a plan that somebody may not write in any more', () => {
  it('[OF11] gives back what was not sent, commands’ words too, and forgets it when they have it', async () => {
    const room = new Room()
    const profile = new Profile()
    const jonah = openTab(room, JONAH, profile.tab())
    open.push(jonah)
    await until(() => wordsOf(jonah) !== undefined)
    jonah.wire.cut()
    jonah.live.command({
      name: 'step.add',
      goal: GOAL,
      step: crypto.randomUUID() as never,
      text: 'Walk home',
    })
    typeIn(jonah, 'most nights')
    room.barred = true
    jonah.wire.mend()
    await until(() => jonah.live.view().ended === 'access-ended')
    const words = jonah.live.view().notSaved.flatMap((no) => no.words.map((one) => one.words))
    expect(words).toEqual(['Walk home', 'most nights'])
    jonah.live.dismissRefused(0)
    await keptOnDisk()
    jonah.live.close()
    room.barred = false
    expect(await signIn(room, profile, JONAH)).toEqual({ joined: 0, review: [] })
  })
})

/** Sealing and writing take a few turns of the event loop. */
async function keptOnDisk(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60))
}
