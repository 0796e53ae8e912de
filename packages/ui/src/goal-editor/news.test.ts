/** @jest-environment node */
import { wordingHash } from '@accord/domain/goal/wording'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { LiveView } from '../live-plan/live-plan.js'
import { GOAL, JONAH, MARA, Room } from '../live-plan/testing/room.js'
import { openTab, typeIn, until, wordsOf, type Tab } from '../live-plan/testing/tab.js'
import { newsBetween, type News } from './news.js'

const open: Tab[] = []

function listen({ live }: Tab): News[] {
  const heard: News[] = []
  let before: LiveView = live.view()
  live.subscribe(() => {
    heard.push(...newsBetween(before, live.view()))
    before = live.view()
  })
  return heard
}

function agree({ live }: Tab, words: string): void {
  const wording = wordingHash(GOAL, words)
  const { seq } = live.view()
  live.command({ name: 'agreement.answer', goal: GOAL, answer: 'agree', wording, readAt: seq, reason: null })
}

async function opened() {
  const room = new Room()
  const mara = openTab(room, MARA)
  open.push(mara)
  await until(() => wordsOf(mara) !== undefined)
  const heard = listen(mara)
  const jonah = openTab(room, JONAH)
  open.push(jonah)
  await until(() => wordsOf(jonah) !== undefined)
  return { mara, jonah, heard }
}

afterEach(() => {
  for (const tab of open.splice(0)) tab.live.close()
})

describe('what is announced', () => {
  it('is that somebody came and left', async () => {
    const { jonah, heard } = await opened()
    await until(() => heard.length === 1)
    jonah.live.close()
    await until(() => heard.length === 2)
    expect(heard.map(({ kind }) => kind)).toEqual(['came', 'went'])
  })

  it('is a change of the other person once they pause, not their typing', async () => {
    const { mara, jonah, heard } = await opened()
    for (const letter of 'sleep') typeIn(jonah, letter)
    await until(() => wordsOf(mara) === 'sleep')
    expect(heard.map(({ kind }) => kind)).toEqual(['came'])
    await until(() => heard.length > 1)
    expect(heard.slice(1)).toEqual([{ kind: 'changed', person: JONAH.person, goal: GOAL }])
  }, 10_000)

  it('[AG2] is that all agree, and that a word changed since', async () => {
    const { mara, jonah, heard } = await opened()
    typeIn(mara, 'sleep')
    await until(() => wordsOf(jonah) === 'sleep' && mara.live.view().saved.kind === 'saved')
    agree(mara, 'sleep')
    agree(jonah, 'sleep')
    await until(() => heard.some(({ kind }) => kind === 'agreed'))
    typeIn(jonah, ' well')
    await until(() => heard.some(({ kind }) => kind === 'lapsed'))
  })
})
