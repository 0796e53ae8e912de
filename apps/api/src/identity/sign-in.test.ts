import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { cookieOf } from '../../test/ask.js'
import { aHouse, cookieFor, emailOf, PASSWORD, signIn, type House } from '../../test/people.js'

const MINUTE = 60_000
let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
})
afterAll(() => api.stop())

const me = (audience: 'console' | 'portal', cookie: string) => api.ask(audience, '/api/me', { cookie })

describe('signing in', () => {
  it('[ID2] gives a practitioner at the console a cookie that no script can read', async () => {
    const answer = await signIn(api, 'console', house.practitioner)
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^accord_console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(
        /^accord_console_device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ])
    expect(answer.json).toEqual({
      person: { id: house.practitioner, name: 'Somebody', email: emailOf(house.practitioner) },
      clinic: { id: house.clinic, name: 'A clinic', demo: false },
      audience: 'console',
      roles: ['practitioner'],
      mustEnrol: false,
    })
    expect((await me('console', cookieOf(answer))).json).toEqual(answer.json)
  })

  it('[ID2] leaves only a hash of the token in the database', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const token = cookie.split('=')[1] ?? ''
    const rows = await api.owner.query<{ row: string }[]>('SELECT s::text AS row FROM sign_in s')
    expect(rows.length).toBeGreaterThan(0)
    expect(
      rows.filter(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex'))),
    ).toEqual([])
  })

  it('[ID1] answers an unknown e-mail, a wrong password and the wrong app alike', async () => {
    const answers = [
      await api.ask('console', '/api/sign-in', { body: { email: 'nobody@example.org', password: PASSWORD } }),
      await signIn(api, 'console', house.practitioner, 'another pass phrase'),
      await signIn(api, 'console', house.client),
      await signIn(api, 'portal', house.practitioner),
      await signIn(api, 'portal', house.administrator),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.json).toEqual({
      code: 'wrong-credentials',
      message: 'That e-mail and password do not go together.',
    })
    expect(answers.filter(({ headers }) => headers['set-cookie'])).toEqual([])
  })

  it('[ID1] lets a disabled person in nowhere, and ends what they had', async () => {
    const cookie = await cookieFor(api, 'portal', house.otherClient)
    await api.owner.query('UPDATE person SET disabled_at = now() WHERE person_id = $1', [house.otherClient])
    expect((await me('portal', cookie)).status).toBe(401)
    expect((await signIn(api, 'portal', house.otherClient)).status).toBe(401)
    await api.owner.query('UPDATE person SET disabled_at = NULL WHERE person_id = $1', [house.otherClient])
  })

  it('[ID1] takes a body of e-mail and password and nothing else', async () => {
    const right = { email: emailOf(house.client), password: PASSWORD }
    const extra = ['role', 'clinicId', 'id', 'createdAt', 'audience']
    const bodies = [...extra.map((key) => ({ ...right, [key]: 'x' })), {}, [], { ...right, password: ['x'] }]
    for (const body of bodies) {
      const answer = await api.ask('portal', '/api/sign-in', { body })
      expect([answer.status, (answer.json as { code: string }).code]).toEqual([400, 'malformed'])
    }
    const raw = `{"email":"${right.email}","password":"${PASSWORD}","__proto__":{"role":"administrator"}}`
    expect((await api.ask('portal', '/api/sign-in', { raw })).status).toBe(400)
  })
})

describe('a sign-in', () => {
  it('[AC6] at one app is worth nothing at the other, under either cookie name', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const token = cookie.split('=')[1] ?? ''
    expect((await me('portal', cookie)).status).toBe(200)
    expect((await me('console', cookie)).status).toBe(401)
    expect((await me('console', `accord_console=${token}`)).status).toBe(401)
  })

  it('[ID4] makes a new token, and the one from before is worth nothing', async () => {
    const before = await cookieFor(api, 'portal', house.client)
    const body = { email: emailOf(house.client), password: PASSWORD }
    const after = cookieOf(await api.ask('portal', '/api/sign-in', { body, cookie: before }))
    expect(after).not.toBe(before)
    expect((await me('portal', before)).status).toBe(401)
    expect((await me('portal', after)).status).toBe(200)
  })

  it('[ID4] never takes a token that somebody else made', async () => {
    const planted = `accord_portal=${'A'.repeat(43)}`
    const body = { email: emailOf(house.client), password: PASSWORD }
    const after = cookieOf(await api.ask('portal', '/api/sign-in', { body, cookie: planted }))
    expect(after).not.toBe(planted)
    expect((await me('portal', planted)).status).toBe(401)
  })

  it('[ID3] ends when its person signs out, also for whoever kept the token', async () => {
    const cookie = await cookieFor(api, 'console', house.supervisor)
    const out = await api.ask('console', '/api/sign-out', { method: 'POST', raw: '{}', cookie })
    expect([out.status, out.headers['set-cookie']?.[0]]).toEqual([
      204,
      'accord_console=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    ])
    expect((await me('console', cookie)).status).toBe(401)
  })

  it('[ID3] ends after 15 quiet minutes at the console', async () => {
    const cookie = await cookieFor(api, 'console', house.practitioner)
    api.clock.advance(14 * MINUTE)
    expect((await me('console', cookie)).status).toBe(200)
    api.clock.advance(14 * MINUTE)
    expect((await me('console', cookie)).status).toBe(200)
    api.clock.advance(15 * MINUTE)
    expect((await me('console', cookie)).status).toBe(401)
  })

  it('[ID3] ends after 30 quiet minutes at the portal', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    api.clock.advance(29 * MINUTE)
    expect((await me('portal', cookie)).status).toBe(200)
    api.clock.advance(30 * MINUTE)
    expect((await me('portal', cookie)).status).toBe(401)
  })

  it('[ID3] ends after 12 hours, however busy', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    for (let hour = 0; hour < 12; hour += 0.25) {
      expect((await me('portal', cookie)).status).toBe(200)
      api.clock.advance(15 * MINUTE)
    }
    expect((await me('portal', cookie)).status).toBe(401)
  })

  it('[ID2] is nobody for a cookie that is broken, doubled or missing', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    for (const broken of ['', 'accord_portal=', `${cookie}x`, `${cookie}; ${cookie}`, cookie.toUpperCase()]) {
      expect((await me('portal', broken)).status).toBe(401)
    }
  })
})
