/** @jest-environment node */
import { expect, it } from '@jest/globals'
import type { PersonId } from '@accord/domain/ids'
import { openAnswerKeeper } from './kept-answers.js'
import { Profile } from './testing/device.js'
import { wipePerson } from './wipe.js'

const JONAH = 'jonah' as PersonId
const INES = 'ines' as PersonId
const UNSENT = {
  form: 'f',
  after: 2,
  status: 'in-progress',
  answers: { '1': 3, '2': null },
  words: 'PHQ-9',
} as const

it('[OF12] keeps unsent answers encrypted for whoever gave them, past the end of their tab', async () => {
  const profile = new Profile()
  await (await openAnswerKeeper(JONAH, profile.tab()))?.keep(UNSENT)
  const [later, hers] = [
    await openAnswerKeeper(JONAH, profile.tab()),
    await openAnswerKeeper(INES, profile.tab()),
  ]
  expect(await later?.all()).toEqual([UNSENT])
  expect(await hers?.all()).toEqual([])
  await later?.forget('f')
  expect(await later?.all()).toEqual([])
})

it('[OF12] forgets them after a week, and at once when their writer signs out', async () => {
  const profile = new Profile()
  const keeper = await openAnswerKeeper(JONAH, profile.tab())
  await keeper?.keep(UNSENT)
  await wipePerson(INES, profile.databases)
  expect(await keeper?.all()).toHaveLength(1)
  profile.now += 8 * 24 * 60 * 60 * 1_000
  expect(await keeper?.all()).toEqual([])
  await keeper?.keep(UNSENT)
  await wipePerson(JONAH, profile.databases)
  expect(await keeper?.all()).toEqual([])
})

it('[OF12] leaves a form to the one tab that fills it in', async () => {
  const profile = new Profile()
  const [one, other] = [
    await openAnswerKeeper(JONAH, profile.tab()),
    await openAnswerKeeper(JONAH, profile.tab()),
  ]
  const release = await one?.hold('f')
  expect(await other?.hold('f')).toBeNull()
  release?.()
  await new Promise((done) => setTimeout(done, 0))
  expect(await other?.hold('f')).toBeTruthy()
})
