import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { cookieOf } from '../../test/ask.js'
import { CLINIC, gist, PASS_PHRASE, tokenOf } from '../../test/desk.js'
import { SetUpService } from './set-up.service.js'

const HOUR = 60 * 60_000
let api: TestApi
let token: string

beforeEach(async () => {
  api = await startTestApi({ limits: { attemptsPerAddress: 8 } })
  token = tokenOf(api.ready.setup ?? { link: 'none:' })
})
afterEach(() => api.stop())

const ADMINISTRATOR = { name: 'Beth', email: 'Beth@Example.org', password: PASS_PHRASE, practises: true }
const setUp = (changes: object = {}) =>
  api.ask('console', '/api/set-up', {
    body: { token, administrator: ADMINISTRATOR, clinic: CLINIC, ...changes },
  })
const look = (asked = token, audience: 'console' | 'portal' = 'console') =>
  api.ask(audience, '/api/set-up/look', { body: { token: asked } })

describe('a clinic from nothing', () => {
  it('[CL1] [CL2] begins once, with the link that was told at start, and its administrator is signed in', async () => {
    expect(api.ready.setup?.link).toMatch(/^http:\/\/localhost:\d+\/set-up#[\w-]{43}$/)
    expect(gist(await api.ask('console', '/api/clinic'))).toEqual([404, 'not-set-up'])
    expect([(await look()).status, (await look()).status]).toEqual([204, 204])

    const answer = await setUp()
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({
      person: { name: 'Beth', email: 'beth@example.org' },
      clinic: { name: 'Elm Row', demo: false },
      roles: ['administrator', 'practitioner'],
    })
    const cookie = cookieOf(answer)
    expect((await api.ask('console', '/api/me', { cookie })).json).toEqual(answer.json)
    expect((await api.ask('console', '/api/clinic/settings', { cookie })).json).toEqual(CLINIC)
    const again = { email: 'beth@example.org', password: PASS_PHRASE }
    expect((await api.ask('console', '/api/sign-in', { body: again })).status).toBe(200)

    expect(gist(await look())).toEqual([410, 'link-spent'])
    expect(gist(await setUp())).toEqual([410, 'link-spent'])
    expect(await api.owner.query('SELECT count(*)::int AS count FROM clinic')).toEqual([{ count: 1 }])
  })

  it('[CL2] begins once, however many ask at the same moment', async () => {
    const answers = await Promise.all([setUp(), setUp(), setUp(), setUp()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410])
    expect(await api.owner.query('SELECT count(*)::int AS count FROM clinic')).toEqual([{ count: 1 }])
  })

  it('[CL1] refuses a link that is a day old, was replaced by a later start, or was never made', async () => {
    expect(gist(await look('A'.repeat(43)))).toEqual([410, 'link-spent'])
    const later = await api.app.get(SetUpService).newToken()
    expect(gist(await look())).toEqual([410, 'link-spent'])
    expect((await look(later)).status).toBe(204)
    api.clock.advance(24 * HOUR)
    expect(gist(await look(later))).toEqual([410, 'link-spent'])
    expect(gist(await setUp({ token: later }))).toEqual([410, 'link-spent'])
  })

  it('[CL1] leaves only a hash of the token in the database, and none of it in the log', async () => {
    await setUp()
    const [row] = await api.owner.query<{ row: string }[]>('SELECT s::text AS row FROM set_up_link s')
    expect(row?.row).not.toContain(token)
    expect(row?.row).not.toContain(Buffer.from(token).toString('hex'))
    expect(api.lines.join('\n')).not.toContain(token)
  })

  it('[CL3] counts tries of links by address, whatever they are', async () => {
    const wrong = []
    for (let times = 0; times < 9; times++) wrong.push(await look('B'.repeat(43)))
    expect(gist(wrong[7] ?? fail())).toEqual([410, 'link-spent'])
    expect(gist(wrong[8] ?? fail())).toEqual([429, 'too-fast'])
    expect(gist(await setUp())).toEqual([429, 'too-fast'])
  })

  it('[CL3] is no business of the portal', async () => {
    expect(gist(await look(token, 'portal'))).toEqual([410, 'link-spent'])
    expect((await look()).status).toBe(204)
  })

  it('[CL8] refuses a weak password and bad particulars without burning the link', async () => {
    for (const password of ['short', 'beth@example.org']) {
      const administrator = { ...ADMINISTRATOR, password }
      expect(gist(await setUp({ administrator }))).toEqual([400, 'weak-password'])
    }
    const bad = [
      { timeZone: 'Atlantis/Centre' },
      { disciplines: [] },
      { disciplines: ['astrology'] },
      { wordForClient: 'customer' },
      { name: '  ' },
      { hours: [{ day: 8, from: '09:00', to: '17:00' }] },
      { hours: [{ day: 1, from: '17:00', to: '09:00' }] },
    ]
    for (const changes of bad) {
      expect(gist(await setUp({ clinic: { ...CLINIC, ...changes } }))).toEqual([400, 'malformed'])
    }
    expect((await setUp()).status).toBe(200)
  })

  it('[CL2] can be asked of PostgreSQL only while there is no clinic', async () => {
    await setUp()
    await expect(api.app.get(SetUpService).newToken()).rejects.toMatchObject({
      driverError: { code: '42501' },
    })
  })
})

function fail(): never {
  throw new Error('an answer is missing')
}
