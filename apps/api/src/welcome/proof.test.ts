import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Secret, TOTP } from 'otpauth'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import type { Letter, Outbox } from '@accord/domain/rest/outbox'
import type { CodeAppBegun } from '@accord/domain/rest/factors'
import type { FirstSignIn, Proof, ResetBegun } from '@accord/domain/rest/welcome'
import { startTestApi, type TestApi } from '../../test/api.js'
import { answerWith, makePasskey } from '../../test/authenticator.js'
import { cookieOf } from '../../test/ask.js'
import { deskOf, gist, PASS_PHRASE, tokenOf } from '../../test/desk.js'
import { aHouse, cookieFor, emailOf, type House } from '../../test/people.js'

const DAY = '1988-02-29'
let api: TestApi
let house: House
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAddress: 500, attemptsPerAccount: 20 } })
  house = await aHouse(api)
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
}, 30_000)
afterAll(() => api.stop())

const at = (path: string, body: object, audience: 'console' | 'portal' = 'portal') =>
  api.ask(audience, `/api/${path}`, { body })
const invited = async (name: string) => {
  const client = await desk.addClient({ name, email: `${name}@example.org`, dateOfBirth: DAY })
  return { client, made: await desk.invite(client.id) }
}
const letters = async () => ((await desk.get('outbox')).json as Outbox).letters

describe('a link', () => {
  it('[ID18] asks for the day of birth or a code given in person, and shows no name before that', async () => {
    const { made } = await invited('juniper')
    const token = tokenOf(made)
    const shown = {
      called: 'juniper',
      clinic: 'A clinic',
      purpose: 'welcome',
      proofs: ['birth-date', 'code'],
    }
    expect((await at('welcome/look', { token })).json).toEqual(shown)
    const proofs: Proof[] = [
      { kind: 'birth-date', value: DAY },
      { kind: 'code', value: `${made.code.slice(0, 3)} ${made.code.slice(3)}` },
    ]
    for (const proof of proofs) {
      const answer = await at('welcome/prove', { token, proof })
      expect(answer.json).toEqual({ name: 'juniper', email: 'juniper@example.org' })
    }
    expect(gist(await at('welcome', { token, password: PASS_PHRASE }))).toEqual([400, 'malformed'])
  })

  it('[ID18] is worth nothing after five wrong proofs, of whatever kind, even if the sixth is right', async () => {
    const { made } = await invited('aspen')
    const token = tokenOf(made)
    const wrong: Proof[] = [
      { kind: 'birth-date', value: '1988-02-28' },
      { kind: 'code', value: made.code === '000000' ? '111111' : '000000' },
      { kind: 'app', value: '123456' },
    ]
    for (let times = 0; times < 5; times++) {
      const proof = wrong[times % wrong.length]
      expect(gist(await at('welcome/prove', { token, proof }))).toEqual([403, 'wrong-proof'])
    }
    const proof = { kind: 'birth-date', value: DAY }
    expect(gist(await at('welcome/prove', { token, proof }))).toEqual([410, 'link-spent'])
    expect(gist(await at('welcome', { token, proof, password: PASS_PHRASE }))).toEqual([410, 'link-spent'])
  })

  it('[ID18] is opened by its own code alone, and not by the code of another link, even of the same person', async () => {
    const [one, other] = [await invited('spruce'), await invited('larch')]
    const again = await desk.invite(one.client.id)
    for (const [made, code] of [
      [again, other.made.code],
      [other.made, again.code],
      [again, one.made.code],
    ] as const) {
      if (made.code === code) continue
      const proof = { kind: 'code', value: code }
      expect(gist(await at('welcome/prove', { token: tokenOf(made), proof }))).toEqual([403, 'wrong-proof'])
    }
    const own = { kind: 'code', value: again.code }
    expect((await at('welcome/prove', { token: tokenOf(again), proof: own })).status).toBe(200)
  })

  it('[ID17] is not burnt by a mail scanner that opens it, nor after a change of the e-mail it went to', async () => {
    const { client, made } = await invited('linden')
    const token = tokenOf(made)
    for (let times = 0; times < 3; times++) {
      expect((await api.ask('portal', '/welcome')).status).toBe(200)
      expect((await at('welcome/look', { token })).status).toBe(200)
    }
    expect(api.lines.join('\n')).not.toContain(token)
    await api.owner.query('UPDATE person SET email = $2 WHERE person_id = $1', [client.id, 'new@example.org'])
    expect(gist(await at('welcome/look', { token }))).toEqual([410, 'link-spent'])
  })

  it('[ID16] leaves neither token nor code in the database', async () => {
    const { made } = await invited('alder')
    const rows = await api.owner.query<{ row: string }[]>('SELECT l::text AS row FROM welcome_link l')
    const secrets = [tokenOf(made), Buffer.from(tokenOf(made)).toString('hex')]
    expect(rows.filter(({ row }) => secrets.some((secret) => row.includes(secret)))).toEqual([])
  })

  it('[ID16] by letter is shown to nobody at the desk but in the outbox, and its code to whoever made it', async () => {
    const client = await desk.addClient({ name: 'rowan', email: 'rowan@example.org' })
    const made = (await desk.post(`people/${client.id}/first-sign-in`, { by: 'letter' })).json as FirstSignIn
    expect([made.link, made.code]).toEqual([null, expect.stringMatching(/^\d{6}$/)])
    const line = (await letters()).find(({ person }) => person === client.id)
    const letter = (await desk.get(`outbox/${line?.id}`)).json as Letter
    const link = letter.link.state === 'shown' ? letter.link.address : ''
    const proof = { kind: 'code', value: made.code }
    const answer = await at('welcome', { token: tokenOf({ link }), proof, password: PASS_PHRASE })
    expect(answer.status).toBe(200)
    expect((await desk.get(`outbox/${line?.id}`)).json).toMatchObject({
      state: 'given',
      link: { state: 'gone' },
    })
  })
})

describe('a letter whose link is replaced', () => {
  it('[ID13] [ID15] waits no longer, and is not sent again without its link', async () => {
    const client = await desk.addClient({ name: 'linden', email: 'linden@example.org' })
    await desk.post(`people/${client.id}/first-sign-in`, { by: 'letter' })
    await desk.post(`people/${client.id}/first-sign-in`, { by: 'letter' })
    const own = (await letters()).filter(({ person }) => person === client.id)
    expect(own.map(({ state }) => state).sort()).toEqual(['failed', 'kept'])
    const old = own.find(({ state }) => state === 'failed')
    expect(gist(await desk.post(`outbox/${old?.id}/again`))).toEqual([410, 'link-spent'])
  })
})

describe('a passkey', () => {
  it('[ID20] [ID21] [ID22] is made by a link, lets its person in without a password, and is asked for user verification', async () => {
    const { client, made } = await invited('hazel')
    const [origin = ''] = api.config.origins.portal
    const opening = { token: tokenOf(made), proof: { kind: 'code', value: made.code } }
    const asked = (await at('welcome/passkey/options', opening)).json as PasskeyOptions
    expect(asked.options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
    const { credential, body } = makePasskey(asked, origin)
    const first = await at('welcome/passkey', { ...opening, passkey: body })
    expect([first.status, first.json]).toMatchObject([200, { person: { id: client.id } }])
    expect(gist(await at('welcome/passkey', { ...opening, passkey: body }))).toEqual([410, 'link-spent'])

    const options = async () => (await at('sign-in/passkey/options', {})).json as PasskeyOptions
    const answer = answerWith(credential, await options(), origin)
    const entered = await at('sign-in/passkey', answer)
    expect((await api.ask('portal', '/api/me', { cookie: cookieOf(entered) })).status).toBe(200)
    expect(gist(await at('sign-in/passkey', answer))).toEqual([401, 'wrong-credentials'])

    const elsewhere = answerWith(credential, await options(), 'http://evil.example')
    expect(gist(await at('sign-in/passkey', elsewhere))).toEqual([401, 'wrong-credentials'])
    const old = await options()
    api.clock.advance(6 * 60_000)
    expect(gist(await at('sign-in/passkey', answerWith(credential, old, origin)))).toEqual([
      401,
      'wrong-credentials',
    ])
    const forged = { options: { challenge: Buffer.alloc(64, 7).toString('base64url') } }
    expect(gist(await at('sign-in/passkey', answerWith(credential, forged, origin)))).toEqual([
      401,
      'wrong-credentials',
    ])
    const [console = ''] = api.config.origins.console
    const wrongApp = answerWith(credential, await options(), console)
    expect(gist(await at('sign-in/passkey', wrongApp, 'console'))).toEqual([401, 'wrong-credentials'])
  })
})

describe('a new way to sign in', () => {
  const ask = (email: string) => at('reset', { email })

  it('[ID19] answers known and unknown addresses alike, and asks for what its person knows', async () => {
    const { client, made } = await invited('birch')
    const opening = { token: tokenOf(made), proof: { kind: 'birth-date', value: DAY } }
    const cookie = cookieOf(await at('welcome', { ...opening, password: PASS_PHRASE }))
    const answers = [await ask('Birch@Example.org'), await ask('nobody@example.org'), await ask('no address')]
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [204, '']))
    const line = await eventually(async () =>
      (await letters()).find(({ kind, person }) => kind === 'reset' && person === client.id),
    )
    expect((await desk.get(`outbox/${line.id}`)).json).toMatchObject({ link: { state: 'hidden' } })
    await api.owner.query('UPDATE clinic SET demo = true')
    const letter = (await desk.get(`outbox/${line.id}`)).json as Letter
    await api.owner.query('UPDATE clinic SET demo = false')
    const token = tokenOf({ link: letter.link.state === 'shown' ? letter.link.address : '' })
    const proof = { kind: 'birth-date', value: DAY }
    expect((await at('welcome/look', { token })).json).toMatchObject({
      purpose: 'reset',
      proofs: ['birth-date'],
    })
    expect((await at('welcome', { token, proof, password: 'nine quiet harbours' })).status).toBe(200)
    expect((await api.ask('portal', '/api/me', { cookie })).status).toBe(401)
    const signIn = (password: string) => at('sign-in', { email: 'birch@example.org', password })
    expect((await signIn(PASS_PHRASE)).status).toBe(401)
    expect((await signIn('nine quiet harbours')).status).toBe(200)
  })

  it('[ID19] sends no link to somebody who has nothing to prove it by, and tells them whom to ask', async () => {
    expect((await ask(emailOf(house.client))).status).toBe(204)
    const line = await eventually(async () => (await letters()).find(({ person }) => person === house.client))
    const letter = (await desk.get(`outbox/${line.id}`)).json as Letter
    expect([letter.kind, letter.link]).toEqual(['reset-at-practice', { state: 'none' }])
  })

  it('[ID19] is begun at the desk, and by nobody else', async () => {
    const mara = deskOf(api, await cookieFor(api, 'console', house.practitioner))
    expect(gist(await mara.post(`people/${house.client}/reset`))).toEqual([403, 'not-yours'])
  })

  it('[ID19] [ID16] begun at the desk opens with letter and code together, within a quarter of an hour, and takes the lost code app away', async () => {
    const { client, made } = await invited('cedar')
    const opening = { token: tokenOf(made), proof: { kind: 'code', value: made.code } }
    const cookie = cookieOf(await at('welcome', { ...opening, password: PASS_PHRASE }))
    const self = (path: string, body: object = {}) => api.ask('portal', `/api/${path}`, { cookie, body })
    const { secret } = (await self('me/code-app')).json as CodeAppBegun
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now() })
    expect((await self('me/code-app/confirm', { code })).status).toBe(200)
    await api.owner.query('UPDATE clinic SET demo = true')
    const begin = async () => {
      const begun = (await desk.post(`people/${client.id}/reset`)).json as Extract<
        ResetBegun,
        { kind: 'by-letter' }
      >
      const kept = (await letters()).find(
        ({ kind, person, state }) => kind === 'reset' && person === client.id && state === 'kept',
      )
      const letter = (await desk.get(`outbox/${kept?.id ?? ''}`)).json as Letter
      return { code: begun.code, link: letter.link.state === 'shown' ? letter.link.address : '' }
    }
    const late = await begin()
    api.clock.advance(16 * 60_000)
    desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
    expect(gist(await at('welcome/look', { token: tokenOf(late) }))).toEqual([410, 'link-spent'])
    const { code: given, link } = await begin()
    await api.owner.query('UPDATE clinic SET demo = false')
    const token = tokenOf({ link })
    const byApp = { token, proof: { kind: 'app', value: '123456' }, password: 'nine quiet harbours' }
    expect(gist(await at('welcome', byApp))).toEqual([403, 'wrong-proof'])
    const anew = { token, proof: { kind: 'code', value: given }, password: 'nine quiet harbours' }
    expect((await at('welcome', anew)).status).toBe(200)
    const entered = await at('sign-in', { email: 'cedar@example.org', password: 'nine quiet harbours' })
    expect(entered.status).toBe(200)
  })

  it('[ID5] is asked for a bounded number of times, known address or not', async () => {
    for (const email of [emailOf(house.otherClient), 'stranger@example.org']) {
      let last = await ask(email)
      for (let times = 0; times < 20; times++) last = await ask(email)
      expect(gist(last)).toEqual([429, 'too-fast'])
    }
  })
})

async function eventually<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let times = 0; times < 100; times++) {
    const found = await look()
    if (found) return found
    await sleep(30)
  }
  throw new Error('it did not come about')
}
