import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Outbox } from '@accord/domain/rest/outbox'
import type { Client, People, StaffMember } from '@accord/domain/rest/people'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aClient, deskOf, gist } from '../../test/desk.js'
import { aHouse, cookieFor, emailOf, signIn, type House } from '../../test/people.js'
import { Mail } from '../mail/mail.service.js'

let api: TestApi
let house: House
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAddress: 200 } })
  house = await aHouse(api)
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
}, 30_000)
afterAll(() => api.stop())

const ALIVE = { version: 0, day: null, reason: null, by: null, at: null }
const deskFor = async (who: 'practitioner' | 'supervisor') =>
  deskOf(api, await cookieFor(api, 'console', house[who]))
const WHOLE = aClient({
  name: 'Wren Halloran',
  email: 'Wren@Example.org',
  pronouns: 'they / them',
  language: 'pt-BR',
  phone: '+46 70 123 45 67',
  dateOfBirth: '1988-02-29',
  emergencyContact: { name: 'Kit', relation: 'brother', phone: '070 1' },
})

describe('the people of a clinic', () => {
  it('[CL5] are created and changed with everything that is needed to reach them', async () => {
    const made = await desk.post('clients', WHOLE)
    const stored = { ...WHOLE, email: 'wren@example.org', signIn: 'not-invited' }
    expect([made.status, made.json]).toMatchObject([201, stored])
    const { id } = made.json as Client
    expect((await desk.get(`clients/${id}`)).json).toEqual({ ...stored, id, death: ALIVE })
    const less = aClient({ name: 'Wren', email: 'w@example.org' })
    expect((await desk.put(`clients/${id}`, less)).json).toEqual({
      ...{ ...less, id, signIn: 'not-invited', death: ALIVE },
    })
    await desk.invite(id)
    expect((await desk.get(`clients/${id}`)).json).toMatchObject({ signIn: 'invited' })
  })

  it('[CL4] are listed with their cases and whether they sign in, and with nothing clinical', async () => {
    const { staff, clients } = (await desk.get('people')).json as People
    expect(staff.map(({ id }) => id).sort()).toEqual(
      [house.practitioner, house.supervisor, house.administrator].sort(),
    )
    expect(clients.find(({ id }) => id === house.client)).toEqual({
      id: house.client,
      name: 'Somebody',
      pronouns: null,
      email: emailOf(house.client),
      signIn: 'active',
      cases: [{ caseId: house.case, relation: 'client' }],
    })
  })

  it('[CL4] cannot share an e-mail', async () => {
    const email = emailOf(house.client).toUpperCase()
    expect(gist(await desk.post('clients', aClient({ email })))).toEqual([409, 'email-taken'])
    const staff = { name: 'Dev', email, roles: ['practitioner'] }
    expect(gist(await desk.post('staff', staff))).toEqual([409, 'email-taken'])
    expect(gist(await desk.put(`staff/${house.practitioner}`, staff))).toEqual([409, 'email-taken'])
    const other = aClient({ email: emailOf(house.otherClient) })
    expect(gist(await desk.put(`clients/${house.client}`, other))).toEqual([409, 'email-taken'])
  })

  it.each([
    ['an empty name', { name: ' ' }],
    ['no e-mail', { email: '' }],
    ['an e-mail without a place', { email: 'wren@home' }],
    ['a telephone number of letters', { phone: 'ask Kit' }],
    ['a day that does not exist', { dateOfBirth: '1987-02-29' }],
    ['half an emergency contact', { emergencyContact: { name: 'Kit', relation: 'brother' } }],
    ['a field that nobody asked for', { diagnosis: 'x' }],
  ])('[CL5] are not kept with %s', async (_what, wrong) => {
    expect(gist(await desk.post('clients', { ...WHOLE, ...wrong }))).toEqual([400, 'malformed'])
  })

  it('[CL5] are reached by the practitioner who sees them now, and by no other', async () => {
    const mara = await deskFor('practitioner')
    const kept = { ...aClient({ name: 'Jonah', email: emailOf(house.client) }), phone: '070 123' }
    expect((await mara.put(`clients/${house.client}`, kept)).json).toMatchObject(kept)
    expect((await mara.get(`clients/${house.client}`)).status).toBe(200)
    const other = await desk.addClient({ name: 'Ines', email: 'ines@example.org' })
    expect(gist(await mara.get(`clients/${other.id}`))).toEqual([404, 'not-found'])
    expect(gist(await mara.put(`clients/${other.id}`, kept))).toEqual([404, 'not-found'])
    const ruth = await deskFor('supervisor')
    expect(gist(await ruth.get(`clients/${house.client}`))).toEqual([404, 'not-found'])
    const cookie = await cookieFor(api, 'portal', house.client)
    expect((await api.ask('portal', `/api/clients/${house.client}`, { cookie })).status).toBe(404)
  })

  it('[CL4] are managed by administrators only, and only those of their clinic', async () => {
    for (const who of ['practitioner', 'supervisor'] as const) {
      const other = await deskFor(who)
      const answers = [
        await other.get('people'),
        await other.post('clients', WHOLE),
        await other.post('staff', { name: 'Dev', email: 'd@example.org', roles: ['administrator'] }),
        await other.put(`staff/${house[who]}`, {
          name: 'D',
          email: 'd@example.org',
          roles: ['administrator'],
        }),
        await other.post(`people/${house.client}/disable`),
        await other.post('clients/import', { csv: 'name,email\n' }),
        await other.get('case-files'),
      ]
      for (const answer of answers) expect(gist(answer)).toEqual([403, 'not-yours'])
    }
    const elsewhere = await aHouse(api)
    const body = { name: 'D', email: 'd@example.org', roles: ['practitioner'] }
    const answers = [
      await desk.get(`clients/${elsewhere.client}`),
      await desk.put(`clients/${elsewhere.client}`, WHOLE),
      await desk.put(`staff/${elsewhere.practitioner}`, body),
      await desk.post(`people/${elsewhere.client}/disable`),
      await desk.get('clients/nobody'),
    ]
    for (const answer of answers) expect(gist(answer)).toEqual([404, 'not-found'])
    const { staff } = (await desk.get('people')).json as People
    expect(staff.some(({ id }) => id === elsewhere.practitioner)).toBe(false)
  })
})

describe('an account', () => {
  it('[CL6] that is disabled is out at once, and may be let in again', async () => {
    const cookie = await cookieFor(api, 'portal', house.otherClient)
    expect((await desk.post(`people/${house.otherClient}/disable`)).status).toBe(204)
    expect((await api.ask('portal', '/api/me', { cookie })).status).toBe(401)
    await expect(cookieFor(api, 'portal', house.otherClient)).rejects.toThrow('401')
    expect((await desk.post(`people/${house.otherClient}/enable`)).status).toBe(204)
    expect((await api.ask('portal', '/api/me', { cookie })).status).toBe(401)
    expect(await cookieFor(api, 'portal', house.otherClient)).toContain('accord_portal')
  })

  it('[ID36] is signed out everywhere by an administrator, sockets included, and may sign in again at once', async () => {
    const cookies = [
      await cookieFor(api, 'portal', house.otherClient),
      await cookieFor(api, 'portal', house.otherClient),
    ]
    const mara = await cookieFor(api, 'console', house.practitioner)
    const path = `people/${house.otherClient}/sign-out`
    expect(gist(await deskOf(api, mara).post(path))).toEqual([403, 'not-yours'])
    expect((await desk.post(path)).status).toBe(204)
    for (const cookie of cookies) expect((await api.ask('portal', '/api/me', { cookie })).status).toBe(401)
    expect((await api.ask('console', '/api/me', { cookie: mara })).status).toBe(200)
    expect(await cookieFor(api, 'portal', house.otherClient)).toContain('accord_portal')
    expect(gist(await desk.post(`people/${house.administrator}/sign-out`))).toEqual([409, 'own-account'])
    const elsewhere = await aHouse(api)
    expect(gist(await desk.post(`people/${elsewhere.client}/sign-out`))).toEqual([404, 'not-found'])
    const noted = await api.owner.query<unknown[]>(
      `SELECT 1 FROM audit_event WHERE action = 'people.manage' AND outcome = 'done' AND clinic_id = $1`,
      [house.clinic],
    )
    expect(noted.length).toBeGreaterThan(0)
  })

  it('[CL6] of an administrator cannot be disabled by themselves, nor the last one lose their role', async () => {
    const own = house.administrator
    expect(gist(await desk.post(`people/${own}/disable`))).toEqual([409, 'own-account'])
    const less = { name: 'Beth', email: emailOf(own), roles: ['practitioner'] }
    expect(gist(await desk.put(`staff/${own}`, less))).toEqual([409, 'last-administrator'])
    const added = await desk.post('staff', {
      name: 'Ada',
      email: 'ada@example.org',
      roles: ['administrator'],
    })
    expect(added.json).toMatchObject({ name: 'Ada', roles: ['administrator'], signIn: 'not-invited' })
    const both = { ...less, roles: ['administrator', 'practitioner'] }
    expect((await desk.put(`staff/${own}`, both)).json).toMatchObject(both)
    const ada = (added.json as StaffMember).id
    expect((await desk.post(`people/${ada}/disable`)).status).toBe(204)
    // Somebody who may not come in administers nothing.
    expect(gist(await desk.put(`staff/${own}`, less))).toEqual([409, 'last-administrator'])
  })
})

describe('a client who died', () => {
  const note = (who: typeof desk, over: number, day: string | null, reason: string | null = null) =>
    who.post(`clients/${house.otherClient}/death`, { over, day, reason })

  it('[CL23] is noted with the day, corrected with a reason, and by nobody who doesn’t keep their particulars', async () => {
    const [mara, ruth] = [await deskFor('practitioner'), await deskFor('supervisor')]
    expect(gist(await note(ruth, 0, '2026-01-02'))).toEqual([404, 'not-found'])
    expect(gist(await note(desk, 0, '2999-01-02'))).toEqual([400, 'malformed'])
    expect((await note(mara, 0, '2026-01-02')).json).toMatchObject({
      death: { version: 1, day: '2026-01-02' },
    })
    expect(gist(await note(desk, 0, '2026-01-03', 'The paper says so.'))).toEqual([409, 'words-changed'])
    expect(gist(await note(desk, 1, '2026-01-03'))).toEqual([400, 'malformed'])
    const corrected = await note(desk, 1, '2026-01-03', 'The paper says so.')
    expect(corrected.json).toMatchObject({
      death: { version: 2, day: '2026-01-03', reason: 'The paper says so.', by: expect.any(String) },
    })
    const stored = await api.owner.query<object[]>('SELECT d::text FROM client_death d')
    expect(JSON.stringify(stored)).not.toContain('paper')
    const audited = await api.owner.query<object[]>(
      `SELECT 1 FROM audit_event WHERE action = 'client.death' AND outcome = 'done' AND about_id = $1`,
      [house.otherClient],
    )
    expect(audited).toHaveLength(2)
  })

  it('[CL24] gets no letter any more, and comes in no more, until it was a mistake and the door is opened', async () => {
    const { otherClient, clinic } = house
    const letters = async () => {
      const { json } = await desk.get('outbox')
      return (json as Outbox).letters.filter(
        ({ person, state }) => person === otherClient && state === 'kept',
      )
    }
    const tell = () =>
      api.app.get(Mail, { strict: false }).send({
        ...{ clinic, person: otherClient, audience: 'portal', kind: 'sign-in-changed', link: null },
      })
    await tell()
    expect(await letters()).toEqual([])
    expect((await signIn(api, 'portal', otherClient)).status).toBe(401)
    expect(gist(await desk.post(`people/${otherClient}/enable`))).toEqual([409, 'disabled-person'])
    expect((await note(desk, 2, null, 'It was another Kit.')).json).toMatchObject({ death: { day: null } })
    expect((await desk.post(`people/${otherClient}/enable`)).status).toBe(204)
    expect((await signIn(api, 'portal', otherClient)).status).toBe(200)
    const cookie = await cookieFor(api, 'portal', otherClient)
    await tell()
    expect(await letters()).not.toEqual([])
    await note(desk, 3, '2026-01-03', 'It was Kit after all.')
    expect(await letters()).toEqual([])
    expect((await api.ask('portal', '/api/me', { cookie })).status).toBe(401)
  })
})
