import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Client } from '@accord/domain/rest/people'
import { startTestApi, type TestApi } from '../../test/api.js'
import { cookieOf } from '../../test/ask.js'
import { deskOf, gist, PASS_PHRASE, tokenOf } from '../../test/desk.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

const DAY = 24 * 60 * 60_000
let api: TestApi
let house: House
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAddress: 60 } })
  house = await aHouse(api)
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
}, 30_000)
afterAll(() => api.stop())

const look = (token: string, audience: 'console' | 'portal' = 'portal') =>
  api.ask(audience, '/api/welcome/look', { body: { token } })
const welcome = (made: Made, password = PASS_PHRASE, audience: 'console' | 'portal' = 'portal') => {
  const proof = { kind: 'code', value: made.code }
  return api.ask(audience, '/api/welcome', { body: { token: tokenOf(made), proof, password } })
}
type Made = Awaited<ReturnType<typeof desk.invite>>
const by = { by: 'hand' }
const newcomer = (name: string): Promise<Client> => desk.addClient({ name, email: `${name}@example.org` })

describe('a first sign-in', () => {
  it('[CL7] [CL8] takes a client in by a link, once, with a password of their own', async () => {
    const client = await newcomer('wren')
    const made = await desk.invite(client.id)
    expect(made.link).toMatch(/^http:\/\/localhost:\d+\/welcome#[\w-]{43}$/)
    expect(new URL(made.link).origin).toBe(api.config.origins.portal[0])
    expect(made.expiresAt - Date.now()).toBeGreaterThan(DAY - 60_000)
    const token = tokenOf(made)

    const shown = { called: 'wren', clinic: 'A clinic', purpose: 'welcome', proofs: ['code'] }
    expect([(await look(token)).json, (await look(token)).json]).toEqual([shown, shown])
    expect((await api.ask('portal', '/welcome')).status).toBe(200)

    const answer = await welcome(made)
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { person: { id: client.id }, audience: 'portal' },
    ])
    expect((await api.ask('portal', '/api/me', { cookie: cookieOf(answer) })).status).toBe(200)
    const again = { email: 'wren@example.org', password: PASS_PHRASE }
    expect((await api.ask('portal', '/api/sign-in', { body: again })).status).toBe(200)
    expect((await api.ask('console', '/api/sign-in', { body: again })).status).toBe(401)

    expect(gist(await look(token))).toEqual([410, 'link-spent'])
    expect(gist(await welcome(made, 'another pass phrase'))).toEqual([410, 'link-spent'])
  })

  it('[CL7] is worth nothing after a day, after a new link, and at the other app', async () => {
    const client = await newcomer('kit')
    const first = await desk.invite(client.id)
    const second = await desk.invite(client.id)
    expect(gist(await look(tokenOf(first)))).toEqual([410, 'link-spent'])
    expect(gist(await welcome(first))).toEqual([410, 'link-spent'])
    expect(gist(await welcome(second, PASS_PHRASE, 'console'))).toEqual([410, 'link-spent'])
    expect((await look(tokenOf(second))).status).toBe(200)
    await api.owner.query(`UPDATE welcome_link SET expires_at = now() WHERE person_id = $1`, [client.id])
    expect(gist(await look(tokenOf(second)))).toEqual([410, 'link-spent'])
    expect(gist(await welcome(second))).toEqual([410, 'link-spent'])
  })

  it('[CL7] is used once, however many use it at the same moment', async () => {
    const client = await newcomer('ines')
    const made = await desk.invite(client.id)
    const answers = await Promise.all([welcome(made), welcome(made), welcome(made)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410])
  })

  it('[CL8] [ID30] refuses a password that is short, long, guessed by anybody, or the person’s own name, and keeps the link', async () => {
    const client = await newcomer('maximiliana.holm')
    const made = await desk.invite(client.id)
    const guessed = ['password1234', 'qwertyuiop123', 'aaaaaaaaaaaaaaaa', '123456789012']
    for (const password of [...guessed, 'elevenchars', 'Maximiliana.Holm', 'maximiliana.holm@example.org']) {
      expect(gist(await welcome(made, password))).toEqual([400, 'weak-password'])
    }
    expect(gist(await welcome(made, 'x'.repeat(129)))).toEqual([400, 'malformed'])
    expect((await welcome(made, 'twelve chars')).status).toBe(200)
  })

  it('[CL9] gives no administrator a way in as somebody who signs in already, or is disabled', async () => {
    expect(gist(await desk.post(`people/${house.client}/first-sign-in`, by))).toEqual([409, 'already-exists'])
    const client = await newcomer('orla')
    const token = tokenOf(await desk.invite(client.id))
    expect((await desk.post(`people/${client.id}/disable`)).status).toBe(204)
    expect(gist(await look(token))).toEqual([410, 'link-spent'])
    expect(gist(await desk.post(`people/${client.id}/first-sign-in`, by))).toEqual([409, 'disabled-person'])
  })

  it('[CL7] is made by administrators only, for people of their clinic only', async () => {
    const client = await newcomer('hugh')
    for (const who of ['practitioner', 'supervisor'] as const) {
      const other = deskOf(api, await cookieFor(api, 'console', house[who]))
      expect(gist(await other.post(`people/${client.id}/first-sign-in`, by))).toEqual([403, 'not-yours'])
    }
    expect(gist(await api.ask('console', `/api/people/${client.id}/first-sign-in`, { body: by }))).toEqual([
      401,
      'not-signed-in',
    ])
    const elsewhere = await aHouse(api)
    expect(gist(await desk.post(`people/${elsewhere.client}/first-sign-in`, by))).toEqual([404, 'not-found'])
    expect(gist(await desk.post('people/nobody/first-sign-in', by))).toEqual([404, 'not-found'])
  })

  it('[CL7] brings staff to the console', async () => {
    const added = await desk.post('staff', {
      name: 'Hanne',
      email: 'hanne@example.org',
      roles: ['practitioner'],
    })
    const made = await desk.invite((added.json as Client).id)
    expect(new URL(made.link).origin).toBe(api.config.origins.console[0])
    const answer = await welcome(made, PASS_PHRASE, 'console')
    expect(answer.json).toMatchObject({ audience: 'console', roles: ['practitioner'] })
  })

  it('[CL3] counts tries by address', async () => {
    let last = await look('C'.repeat(43))
    for (let times = 0; times < 60 && last.status === 410; times++) last = await look('C'.repeat(43))
    expect(gist(last)).toEqual([429, 'too-fast'])
    expect((last.json as { retryAfter: number }).retryAfter).toBeGreaterThan(0)
  })
})
