import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { CaseConsents, ConsentNewsList } from '@accord/domain/rest/consent'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { planOf } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

const WHO = ['client', 'practitioner', 'supervisor', 'administrator'] as const
type Who = (typeof WHO)[number]
const appOf = (who: Who) => (who === 'client' ? 'portal' : 'console')
let api: TestApi
let house: House
let cookies: Record<Who, string>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const signedIn = WHO.map(async (who) => [who, await cookieFor(api, appOf(who), house[who])] as const)
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(appOf(who), `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const newsOf = async (who: Who) => (await ask(who, 'consent-news')).json as ConsentNewsList
const answer = async (yes: 'yes' | 'no') => {
  const at = `cases/${house.case}/consents`
  const { texts } = (await ask('client', at)).json as CaseConsents
  const text = texts.find(({ purpose }) => purpose === 'working-together')?.hash
  const said = [{ purpose: 'working-together', answer: yes, text }]
  expect(
    (await ask('client', `${at}/${house.client}`, { name: 'Jonah', acknowledged: 0, said })).status,
  ).toBe(200)
}

it('[CO11] tells the practitioner of a yes and of its being taken back, which closes the case, until they were seen', async () => {
  await answer('yes')
  await answer('no')
  const { at, news } = await newsOf('practitioner')
  expect(news.map((one) => [one.purpose, one.answer])).toEqual([
    ['working-together', 'withdrawn'],
    ['working-together', 'given'],
  ])
  const plan = await planOf(api, house)
  expect((await ask('practitioner', `plans/${plan}/seen`, { upTo: at })).status).toBeLessThan(300)
  expect((await newsOf('practitioner')).news).toEqual([])
})

it('[CO11] tells nobody else', async () => {
  expect((await newsOf('supervisor')).news).toEqual([])
  expect((await newsOf('administrator')).news).toEqual([])
  expect(gist(await ask('client', 'consent-news'))).toEqual([403, 'not-yours'])
})
