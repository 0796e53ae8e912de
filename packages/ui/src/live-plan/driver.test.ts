/** @jest-environment node */
import { afterEach, describe, expect, it } from '@jest/globals'
import { textAt } from '@accord/domain/plan/plan'
import { ChangeSet } from '@codemirror/state'
import { allWords, openDatabase } from '../pending-store/database.js'
import { memoryStorage, Profile } from '../pending-store/testing/device.js'
import { wipePerson } from '../pending-store/wipe.js'
import { GOAL, JONAH, MARA, Room } from './testing/room.js'
import { openTab, STATEMENT, typeIn, until, wordsOf, type Tab } from './testing/tab.js'

const open: Tab[] = []

function tabOf(...how: Parameters<typeof openTab>): Tab {
  const tab = openTab(...how)
  open.push(tab)
  return tab
}

/** The tab is gone without a word: its connection and its locks with it. */
function crash(tab: Tab): void {
  tab.wire.cut()
  tab.live.close()
}

const changeAtStart = (tab: Tab, insert: string) =>
  ChangeSet.of({ from: 0, insert }, wordsOf(tab)?.length ?? 0)

const roomWords = (room: Room) => textAt(room.plan, STATEMENT)?.text

afterEach(() => {
  for (const tab of open.splice(0)) tab.live.close()
})

describe('a live plan in a tab', () => {
  it('[LP9] shows two people the same words when both write at once', async () => {
    const room = new Room()
    const [mara, jonah] = [tabOf(room, MARA), tabOf(room, JONAH)]
    await until(() => wordsOf(mara) !== undefined && wordsOf(jonah) !== undefined)
    typeIn(mara, 'from ten ')
    typeIn(jonah, 'most nights ')
    expect(mara.live.view().saved.kind).toBe('saving')
    await until(() => mara.live.view().saved.kind === 'saved' && jonah.live.view().saved.kind === 'saved')
    await until(() => wordsOf(mara) === roomWords(room) && wordsOf(jonah) === roomWords(room))
    expect(roomWords(room)).toHaveLength('from ten most nights '.length)
  })

  it('[LP13] says how many edits wait offline, and sends them when the connection is back', async () => {
    const room = new Room()
    const jonah = tabOf(room, JONAH)
    await until(() => wordsOf(jonah) !== undefined)
    jonah.wire.cut()
    typeIn(jonah, 'my phone stays in the kitchen')
    expect(jonah.live.view().saved).toEqual({ kind: 'offline', waiting: 1 })
    expect(roomWords(room)).toBe('')
    jonah.wire.mend()
    await until(() => jonah.live.view().saved.kind === 'saved')
    expect(roomWords(room)).toBe('my phone stays in the kitchen')
  })

  it('[LP3] stores words once that were sent when the connection broke before the answer', async () => {
    const room = new Room()
    const jonah = tabOf(room, JONAH)
    await until(() => wordsOf(jonah) !== undefined)
    typeIn(jonah, 'once')
    await until(() => roomWords(room) === 'once')
    jonah.wire.cut()
    jonah.wire.mend()
    await until(() => jonah.live.view().saved.kind === 'saved')
    expect(roomWords(room)).toBe('once')
  })

  it('[LP12] waits and sends again when it was too fast', async () => {
    const room = new Room()
    const jonah = tabOf(room, JONAH)
    await until(() => wordsOf(jonah) !== undefined)
    room.refusing.push('too-fast', 'too-fast')
    typeIn(jonah, 'slowly')
    await until(() => roomWords(room) === 'slowly')
    expect(jonah.live.view().notSaved).toEqual([])
  })

  it('[LP12] puts refused words into the "not saved" box and takes them off the screen', async () => {
    const room = new Room()
    const jonah = tabOf(room, JONAH)
    await until(() => wordsOf(jonah) !== undefined)
    const heard: string[] = []
    jonah.live.subscribeText(STATEMENT, (changes, author) =>
      heard.push(`${changes.newLength} ${author ?? 'off'}`),
    )
    room.refusing.push('governed-fact')
    typeIn(jonah, 'too late')
    await until(() => jonah.live.view().saved.kind === 'not-saved')
    expect(jonah.live.view().notSaved[0]?.words).toEqual([{ ...STATEMENT, words: 'too late' }])
    expect(wordsOf(jonah)).toBe('')
    expect(heard.at(-1)).toBe('0 off')
    jonah.live.dismissRefused(0)
    expect(jonah.live.view().saved.kind).toBe('saved')
    typeIn(jonah, 'in time')
    await until(() => roomWords(room) === 'in time')
  })

  it('[LP4] fetches what it missed when the server asks it to start over', async () => {
    const room = new Room()
    const [mara, jonah] = [tabOf(room, MARA), tabOf(room, JONAH)]
    await until(() => wordsOf(mara) !== undefined && wordsOf(jonah) !== undefined)
    room.refusing.push('resync')
    typeIn(jonah, 'after all')
    await until(() => wordsOf(mara) === 'after all')
  })

  it('[HI7] takes back only one’s own words', async () => {
    const room = new Room()
    const [mara, jonah] = [tabOf(room, MARA), tabOf(room, JONAH)]
    await until(() => wordsOf(mara) !== undefined && wordsOf(jonah) !== undefined)
    typeIn(jonah, 'most nights ')
    await until(() => wordsOf(mara) === 'most nights ')
    typeIn(mara, 'from ten')
    await until(() => wordsOf(jonah) === 'most nights from ten')
    jonah.live.undo(STATEMENT)
    await until(() => wordsOf(mara) === 'from ten')
    jonah.live.redo(STATEMENT)
    await until(() => wordsOf(mara) === 'most nights from ten')
  })

  it('says who is here, where, and who is typing until they have been still for two seconds', async () => {
    const room = new Room()
    const [mara, jonah] = [tabOf(room, MARA), tabOf(room, JONAH)]
    await until(() => mara.live.view().here.length === 1 && wordsOf(jonah) !== undefined)
    typeIn(jonah, 'most nights')
    jonah.live.look({ goal: GOAL, field: 'statement', anchor: 11, head: 11 })
    await until(() => mara.live.view().here[0]?.at?.head === 11)
    expect(mara.live.view().typing).toEqual([{ ...STATEMENT, person: JONAH.person }])
    mara.live.edit(STATEMENT, changeAtStart(mara, 'So: '))
    expect(mara.live.view().here[0]?.at?.head).toBe(15)
    await until(() => mara.live.view().typing.length === 0)
    jonah.live.close()
    await until(() => mara.live.view().here.length === 0)
  })
})

describe('unsent words on a device', () => {
  it('[LP13] are still on screen after a reload, and are sent once', async () => {
    const [room, profile, storage] = [new Room(), new Profile(), memoryStorage()]
    const before = tabOf(room, JONAH, profile.tab(storage))
    await until(() => wordsOf(before) !== undefined)
    before.wire.cut()
    typeIn(before, 'kept')
    await keptOnDisk()
    crash(before)
    const after = tabOf(room, JONAH, profile.tab(storage))
    await until(() => roomWords(room) === 'kept' && after.live.view().saved.kind === 'saved')
    expect(wordsOf(after)).toBe('kept')
  })

  it('[LP13] of a closed tab are sent by the next tab of the same person, and by one only', async () => {
    const [room, profile] = [new Room(), new Profile()]
    const closed = tabOf(room, JONAH, profile.tab())
    await until(() => wordsOf(closed) !== undefined)
    closed.wire.cut()
    typeIn(closed, 'left behind')
    await keptOnDisk()
    crash(closed)
    const next = [tabOf(room, JONAH, profile.tab()), tabOf(room, JONAH, profile.tab())]
    await until(() => next.every((tab) => wordsOf(tab) === 'left behind'))
    expect(roomWords(room)).toBe('left behind')
  })

  it('[LP3] of two open tabs go out under different ids, also when one is the other’s duplicate', async () => {
    const [room, profile, storage] = [new Room(), new Profile(), memoryStorage()]
    const first = tabOf(room, JONAH, profile.tab(storage))
    await until(() => wordsOf(first) !== undefined)
    first.wire.cut()
    typeIn(first, 'one ')
    await keptOnDisk()
    const second = tabOf(room, JONAH, profile.tab(memoryStorage(storage)))
    await until(() => wordsOf(second) !== undefined)
    typeIn(second, 'two ')
    await until(() => roomWords(room) === 'two ')
    first.wire.mend()
    await until(() => first.live.view().saved.kind === 'saved')
    expect(roomWords(room)).toHaveLength('one two '.length)
    const ids = new Set(room.entries.map(({ clientId }) => clientId))
    expect([...ids].filter((id) => id !== null)).toHaveLength(2)
  })

  it('[LP13] are not sent by somebody else on the same device', async () => {
    const [room, profile] = [new Room(), new Profile()]
    const closed = tabOf(room, JONAH, profile.tab())
    await until(() => wordsOf(closed) !== undefined)
    closed.wire.cut()
    typeIn(closed, 'his own')
    await keptOnDisk()
    crash(closed)
    const mara = tabOf(room, MARA, profile.tab())
    await until(() => mara.live.view().isOnline)
    await keptOnDisk()
    expect(roomWords(room)).toBe('')
    const jonah = tabOf(room, JONAH, profile.tab())
    await until(() => wordsOf(jonah) === 'his own')
  })

  it('[LP13] are gone after signing out', async () => {
    const [room, profile, storage] = [new Room(), new Profile(), memoryStorage()]
    const before = tabOf(room, JONAH, profile.tab(storage))
    await until(() => wordsOf(before) !== undefined)
    before.wire.cut()
    typeIn(before, 'wiped')
    await keptOnDisk()
    crash(before)
    await wipePerson(JONAH.person, profile.databases)
    const after = tabOf(room, JONAH, profile.tab(storage))
    await until(() => after.live.view().isOnline)
    await keptOnDisk()
    expect(wordsOf(after)).toBe('')
  })

  it('[LP13] are forgotten after seven days', async () => {
    const [room, profile, storage] = [new Room(), new Profile(), memoryStorage()]
    const before = tabOf(room, JONAH, profile.tab(storage))
    await until(() => wordsOf(before) !== undefined)
    before.wire.cut()
    typeIn(before, 'old')
    await keptOnDisk()
    crash(before)
    profile.now += 8 * 24 * 60 * 60 * 1_000
    const after = tabOf(room, JONAH, profile.tab(storage))
    await until(() => after.live.view().isOnline)
    expect(wordsOf(after)).toBe('')
  })

  it('[LP13] refused in a closed tab turn up in the next tab’s "not saved" box', async () => {
    const [room, profile] = [new Room(), new Profile()]
    const closed = tabOf(room, JONAH, profile.tab())
    await until(() => wordsOf(closed) !== undefined)
    closed.wire.cut()
    typeIn(closed, 'refused later')
    await keptOnDisk()
    crash(closed)
    room.refusing.push('governed-fact')
    const next = tabOf(room, JONAH, profile.tab())
    await until(() => next.live.view().saved.kind === 'not-saved')
    expect(next.live.view().notSaved[0]?.words[0]?.words).toBe('refused later')
  })

  it('are unreadable in the browser’s database', async () => {
    const [room, profile] = [new Room(), new Profile()]
    const jonah = tabOf(room, JONAH, profile.tab())
    await until(() => wordsOf(jonah) !== undefined)
    jonah.wire.cut()
    typeIn(jonah, 'kitchen')
    await keptOnDisk()
    const [words] = await allWords(await openDatabase(profile.databases))
    expect(words?.sealed.byteLength).toBeGreaterThan(100)
    expect(Buffer.from(words?.sealed ?? new ArrayBuffer(0)).includes('kitchen')).toBe(false)
  })
})

/** Sealing and writing take a few turns of the event loop. */
async function keptOnDisk(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60))
}
