import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Secret, TOTP } from 'otpauth'
import type { CodeAppBegun, CodeAppConfirmed, Ways } from '@accord/domain/rest/factors'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import { startTestApi, type TestApi } from '../../test/api.js'
import { answerWith, makePasskey } from '../../test/authenticator.js'
import { deskOf, gist } from '../../test/desk.js'
import { aHouse, cookieFor, emailOf, PASSWORD, signIn, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'

const MINUTE = 60_000
let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({
    limits: { attemptsPerAddress: 900, attemptsPerAccount: 6, staffNeedFactor: true, freshMs: 5 * MINUTE },
  })
  house = await aHouse(api)
}, 30_000)
afterAll(() => api.stop())

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now() })

/** Staff who came in by password alone get a code app; returns its secret and recovery codes. */
async function enrol(cookie: string) {
  const desk = deskOf(api, cookie)
  await desk.post('me/fresh', { password: PASSWORD })
  const { secret, address } = (await desk.post('me/code-app')).json as CodeAppBegun
  const inGroups = codeOf(secret).replace(/^.../, '$& ')
  const confirmed = await desk.post('me/code-app/confirm', { code: inGroups })
  return { secret, address, codes: (confirmed.json as CodeAppConfirmed).recoveryCodes }
}

/** What the handshake says to a socket of the console's. */
async function socketStatus(cookie: string): Promise<number> {
  const [origin = ''] = api.config.origins.console
  const handshake = { 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' }
  const headers = { origin, cookie, connection: 'Upgrade', upgrade: 'websocket', ...handshake }
  return new Promise((resolve, reject) => {
    const answered = ({ statusCode = 0, socket }: IncomingMessage) => {
      socket.destroy()
      resolve(statusCode)
    }
    const out = request(`${origin}/socket.io/?EIO=4&transport=websocket`, { headers })
    out.once('upgrade', answered).once('response', answered).once('error', reject).end()
  })
}

describe('a code app', () => {
  it('[ID28] counts as RFC 6238 says', () => {
    const secret = Secret.fromLatin1('12345678901234567890')
    const at = (seconds: number) => new TOTP({ secret, digits: 8 }).generate({ timestamp: seconds * 1_000 })
    expect([at(59), at(1_111_111_109), at(20_000_000_000)]).toEqual(['94287082', '07081804', '65353130'])
  })

  it('[ID28] refuses as wrong what is no code at all', async () => {
    const desk = deskOf(api, await cookieFor(api, 'console', house.supervisor))
    await desk.post('me/fresh', { password: PASSWORD })
    await desk.post('me/code-app')
    for (const code of ['éééééé', '12345６', 'abcdef', '1234567']) {
      expect(gist(await desk.post('me/code-app/confirm', { code }))).toEqual([403, 'wrong-proof'])
    }
  })

  it('[ID24] is what staff need before anything else is open, sockets included, and with it everything is', async () => {
    const cookie = await cookieFor(api, 'console', house.practitioner)
    const desk = deskOf(api, cookie)
    expect((await desk.get('me')).json).toMatchObject({ mustEnrol: true })
    for (const path of ['cases', 'attention', `cases/${house.case}`, 'clinic/settings']) {
      expect(gist(await desk.get(path))).toEqual([403, 'second-factor-needed'])
    }
    expect(await socketStatus(cookie)).toBe(401)
    const { address, codes } = await enrol(cookie)
    expect(await socketStatus(cookie)).toBe(101)
    expect(address).toMatch(/^otpauth:\/\/totp\/Accord:.+secret=[A-Z2-7]{32}/)
    expect(codes.length).toBe(10)
    expect((await desk.get('cases')).status).toBe(200)
    expect((await desk.get('me')).json).toMatchObject({ mustEnrol: false })
  })

  it('[ID24] is not asked of clients, nor of the demo clinic’s people', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    expect((await api.ask('portal', '/api/cases', { cookie })).status).toBe(200)
    await api.owner.query('UPDATE clinic SET demo = true')
    const demo = deskOf(api, await cookieFor(api, 'console', house.supervisor))
    expect((await demo.get('cases')).status).toBe(200)
    await api.owner.query('UPDATE clinic SET demo = false')
    expect((await demo.get('cases')).status).toBe(403)
  })

  it('[ID24] [ID6] a clinic that is no demo never becomes one: the application cannot say so', async () => {
    const say = (sql: string) =>
      api.app
        .get(ClinicTransactions, { strict: false })
        .run([house.clinic], (manager) => manager.query<unknown>(sql))
    await expect(say('UPDATE clinic SET demo = true')).rejects.toThrow(/permission denied/)
    await expect(say('DELETE FROM clinic')).rejects.toThrow(/permission denied/)
  })

  it('[ID25] [ID28] is asked for after the right password; each code is good once, within half a minute', async () => {
    const { secret, codes } = await enrol(await cookieFor(api, 'console', house.supervisor))
    const email = emailOf(house.supervisor)
    const enter = (code?: string, password = PASSWORD) =>
      api.ask('console', '/api/sign-in', { body: { email, password, ...(code && { code }) } })
    expect(gist(await enter())).toEqual([403, 'second-factor-needed'])
    expect(gist(await enter(undefined, 'a wrong pass phrase'))).toEqual([401, 'wrong-credentials'])
    expect(gist(await enter(codeOf(secret)))).toEqual([403, 'wrong-proof'])
    api.clock.advance(MINUTE)
    const code = codeOf(secret)
    expect((await enter(code)).status).toBe(200)
    expect(gist(await enter(code))).toEqual([403, 'wrong-proof'])
    api.clock.advance(2 * MINUTE)
    expect(gist(await enter(code))).toEqual([403, 'wrong-proof'])

    const [recovery = ''] = codes
    expect(recovery.replaceAll('-', '')).toMatch(/^[a-z2-9]{24}$/)
    expect((await enter(recovery.toUpperCase())).status).toBe(200)
    expect(gist(await enter(recovery))).toEqual([403, 'wrong-proof'])
    const rows = await api.owner.query<{ row: string }[]>(
      'SELECT r::text AS row FROM recovery_code r UNION ALL SELECT c::text FROM code_app c',
    )
    expect(rows.filter(({ row }) => row.includes(secret) || row.includes(recovery))).toEqual([])
  })

  it('[ID5] cannot be guessed: wrong codes count as wrong passwords do', async () => {
    const body = { email: emailOf(house.supervisor), password: PASSWORD, code: '000000' }
    let last = await api.ask('console', '/api/sign-in', { body })
    for (let times = 0; times < 7; times++) last = await api.ask('console', '/api/sign-in', { body })
    expect(gist(last)).toEqual([429, 'too-fast'])
  })
})

describe('a way in that was taken away', () => {
  it('[ID35] [ID21] lets nobody in any more: neither the passkey nor the code app nor its recovery codes', async () => {
    const [origin = ''] = api.config.origins.portal
    const cookie = await cookieFor(api, 'portal', house.otherClient)
    const at = (path: string, body: object = {}, as = cookie) =>
      api.ask('portal', `/api/${path}`, { cookie: as, body })
    const options = async () => (await at('sign-in/passkey/options', {}, '')).json as PasskeyOptions
    const { credential, body } = makePasskey((await at('me/passkeys/options')).json as PasskeyOptions, origin)
    const [passkey] = ((await at('me/passkeys', body)).json as Ways).passkeys
    const byPasskey = async () => at('sign-in/passkey', answerWith(credential, await options(), origin), '')
    expect((await byPasskey()).status).toBe(200)
    expect((await at(`me/passkeys/${passkey?.id}/remove`)).status).toBe(200)
    expect(gist(await byPasskey())).toEqual([401, 'wrong-credentials'])

    const { secret } = (await at('me/code-app')).json as CodeAppBegun
    const confirmed = (await at('me/code-app/confirm', { code: codeOf(secret) })).json as CodeAppConfirmed
    const enter = (code: string) =>
      at('sign-in', { email: emailOf(house.otherClient), password: PASSWORD, code }, '')
    expect((await enter(confirmed.recoveryCodes[0] ?? '')).status).toBe(200)
    expect((await at('me/code-app/remove')).status).toBe(200)
    const rows = await api.owner.query<unknown[]>(
      'SELECT 1 FROM recovery_code WHERE person_id = $1 AND used_at IS NULL',
      [house.otherClient],
    )
    expect(rows).toEqual([])
    api.clock.advance(MINUTE)
    for (const code of [codeOf(secret), confirmed.recoveryCodes[1] ?? '']) {
      expect((await at('me/fresh', { code })).status).toBe(403)
    }
    expect((await at('me/ways', {}, cookie)).status).toBe(404)
  })
})

describe('what goes far', () => {
  it('[ID33] is done by whoever proved within five minutes that it is they', async () => {
    const desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
    const staff = { name: 'Beth', email: emailOf(house.administrator), roles: ['administrator'] }
    const change = () => desk.put(`staff/${house.administrator}`, staff)
    expect(gist(await change())).toEqual([403, 'second-factor-needed'])
    api.clock.advance(6 * MINUTE)
    expect(gist(await desk.post('me/code-app'))).toEqual([403, 'fresh-factor-needed'])
    expect(gist(await desk.post('me/fresh', { password: 'a wrong one' }))).toEqual([403, 'wrong-proof'])
    const [origin = ''] = api.config.origins.console
    await desk.post('me/fresh', { password: PASSWORD })
    const asked = (await desk.post('me/passkeys/options')).json as PasskeyOptions
    const { credential, body } = makePasskey(asked, origin)
    expect((await desk.post('me/passkeys', body)).json).toMatchObject({ proveBy: 'passkey' })
    expect((await change()).status).toBe(200)
    expect((await desk.get('audit/file')).status).toBe(200)
    api.clock.advance(6 * MINUTE)
    expect(gist(await change())).toEqual([403, 'fresh-factor-needed'])
    expect(gist(await desk.get('audit/file'))).toEqual([403, 'fresh-factor-needed'])
    expect(gist(await desk.post('me/fresh', { password: PASSWORD }))).toEqual([403, 'wrong-proof'])
    const options = (await desk.post('me/fresh/options')).json as PasskeyOptions
    const answer = answerWith(credential, options, origin)
    expect((await desk.post('me/fresh', { passkey: answer })).status).toBe(204)
    expect((await change()).status).toBe(200)
    expect(gist(await desk.post('me/fresh', { passkey: answer }))).toEqual([403, 'wrong-proof'])

    expect(gist(await signIn(api, 'console', house.administrator))).toEqual([403, 'passkey-needed'])
    const [own] = ((await desk.get('me/ways')).json as Ways).passkeys
    expect(gist(await desk.post(`me/passkeys/${own?.id}/remove`))).toEqual([409, 'last-way'])
  })
})

describe('one’s own password', () => {
  it('[ID39] [ID35] is changed by whoever knows the one before, ends every other sign-in and is told by letter', async () => {
    const [here, there] = [
      await cookieFor(api, 'portal', house.client),
      await cookieFor(api, 'portal', house.client),
    ]
    const change = (current: string | null, password: string) =>
      api.ask('portal', '/api/me/password', { cookie: here, body: { current, password } })
    const next = 'kettle harbour violet spoon'
    expect(gist(await change('a wrong pass phrase', next))).toEqual([403, 'wrong-proof'])
    expect(gist(await change(null, next))).toEqual([403, 'wrong-proof'])
    expect(gist(await change(PASSWORD, 'password12345'))).toEqual([400, 'weak-password'])
    expect((await change(PASSWORD, next)).status).toBe(200)
    expect((await api.ask('portal', '/api/me', { cookie: there })).status).toBe(401)
    expect((await api.ask('portal', '/api/me', { cookie: here })).status).toBe(200)
    const told = `SELECT count(*)::int AS count FROM mail WHERE person_id = $1 AND kind = 'sign-in-changed'`
    expect(await api.owner.query(told, [house.client])).toEqual([{ count: 1 }])
    expect((await change(next, PASSWORD)).status).toBe(200)
    api.clock.advance(6 * MINUTE)
    expect(gist(await change(PASSWORD, next))).toEqual([403, 'fresh-factor-needed'])
  })
})

describe('my devices', () => {
  it('[ID36] are listed and ended, one or all others, and whoever is signed in there is out', async () => {
    const cookies = [
      await cookieFor(api, 'portal', house.client),
      await cookieFor(api, 'portal', house.client),
      await cookieFor(api, 'portal', house.client),
    ]
    const [here = '', second = '', third = ''] = cookies
    const ask = async (path: string) => api.ask('portal', `/api/me/${path}`, { cookie: here, body: {} })
    const ways = (await api.ask('portal', '/api/me/ways', { cookie: here })).json as Ways
    expect(ways.devices.filter(({ isHere }) => isHere).length).toBe(1)
    const newest = ways.devices.filter(({ isHere }) => !isHere).sort((a, b) => b.since - a.since)[0]
    expect((await ask(`devices/${newest?.id}/end`)).status).toBe(200)
    expect((await api.ask('portal', '/api/me', { cookie: third })).status).toBe(401)
    expect((await api.ask('portal', '/api/me', { cookie: second })).status).toBe(200)
    expect(((await ask('devices/end-others')).json as Ways).devices.length).toBe(1)
    expect((await api.ask('portal', '/api/me', { cookie: second })).status).toBe(401)
    expect((await api.ask('portal', '/api/me', { cookie: here })).status).toBe(200)
    const theirs = await cookieFor(api, 'portal', house.otherClient)
    const foreign = `/api/me/devices/${newest?.id}/end`
    expect((await api.ask('portal', foreign, { cookie: theirs, body: {} })).status).toBe(404)
  })

  it('[ID38] a sign-in on one that was not seen before is told by letter, one that was is not', async () => {
    const body = { email: emailOf(house.otherClient), password: PASSWORD }
    const first = await api.ask('portal', '/api/sign-in', { body })
    const device = first.headers['set-cookie']?.find((one) => one.includes('_device='))?.split(';')[0] ?? ''
    await api.owner.query('DELETE FROM mail')
    await api.ask('portal', '/api/sign-in', { body, cookie: device })
    const count = 'SELECT count(*)::int AS count FROM mail WHERE person_id = $1'
    expect(await api.owner.query(count, [house.otherClient])).toEqual([{ count: 0 }])
    await api.ask('portal', '/api/sign-in', { body })
    expect(await api.owner.query(count, [house.otherClient])).toEqual([{ count: 1 }])
  })
})
