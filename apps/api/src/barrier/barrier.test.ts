import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import type { BarrierRegister, ShownBarrier } from '@accord/domain/rest/barriers'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { SessionService } from '../session/session.service.js'

let api: TestApi
let house: House
let people: Record<Who, PersonId>
let cookies: Record<Who, string>

const APPS = {
  client: 'portal',
  partner: 'portal',
  guardian: 'portal',
  otherClient: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const joins = async (relation: 'client' | 'guardian') => {
    const person = await createPerson(api.owner, house.clinic, [])
    await api.owner.query(
      `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, now())`,
      [house.clinic, house.case, person, relation],
    )
    return person
  }
  people = { ...house, partner: await joins('client'), guardian: await joins('guardian') }
  await givePasswords(api.owner)
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const at = () => `cases/${house.case}/barriers`
const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(APPS[who], `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const notice = (who: Who, words: string, client = house.client) =>
  ask(who, at(), { client, kind: 'communication', words })
const noticed = async (who: Who, words: string) => (await notice(who, words)).json as ShownBarrier
const say = (who: Who, { id }: ShownBarrier, after: number, words: string) =>
  ask(who, `${at()}/${id}/words`, { after, words })
const move = (who: Who, { id }: ShownBarrier, after: number, station: string, words: string | null = null) =>
  ask(who, `${at()}/${id}/moves`, { after, station, words })
const register = async (who: Who) => (await ask(who, at())).json as BarrierRegister
const found = async (who: Who, { id }: ShownBarrier) =>
  (await register(who)).clients.flatMap(({ barriers }) => barriers).find((one) => one.id === id)

async function aSession(): Promise<void> {
  const sessions = api.app.get(SessionService, { strict: false })
  const as = { clinic: house.clinic, person: house.practitioner }
  const wish = { caseId: house.case, kind: 'work', place: 'room', minutes: 50 } as const
  const made = await sessions.schedule(as, { ...wish, scheduledFor: Date.now() })
  if (isRefusal(made)) throw new Error(made.refused)
  await sessions.move(as, made.session, 'live')
  await sessions.move(as, made.session, 'ended')
}

describe('what gets in the way', () => {
  it('[BA1] [BA2] is noticed by either, moved by the practitioner, and keeps every step with its person', async () => {
    const own = await noticed('client', 'I can’t speak when he is at home')
    expect(own).toMatchObject({ kind: 'communication', entries: [{ by: house.client, station: 'noticed' }] })
    expect(gist(await move('client', own, 1, 'talked'))).toEqual([403, 'not-yours'])
    expect((await move('practitioner', own, 1, 'talked', 'We meet when he is out')).status).toBe(200)
    expect((await move('practitioner', own, 2, 'changed')).status).toBe(200)
    expect((await say('client', own, 3, 'It is different on Sundays')).status).toBe(200)
    expect(gist(await move('practitioner', own, 4, 'talked'))).toEqual([400, 'malformed'])
    expect(gist(await move('practitioner', own, 4, 'changed'))).toEqual([409, 'already-exists'])
    expect((await move('practitioner', own, 4, 'talked', 'Sundays')).status).toBe(200)
    const after = await found('client', own)
    expect(after?.words).toBe('I can’t speak when he is at home')
    expect(after?.entries.map((one) => [one.kind, one.by, one.words])).toEqual([
      ['moved', house.client, null],
      ['moved', house.practitioner, 'We meet when he is out'],
      ['moved', house.practitioner, null],
      ['said', house.client, 'It is different on Sundays'],
      ['moved', house.practitioner, 'Sundays'],
    ])
  })

  it('[BA2] is said upon what was read: of two at once, one is told that there is more', async () => {
    const one = await noticed('practitioner', 'Says fine when he means no')
    const both = await Promise.all([
      say('client', one, 1, 'I do that'),
      move('practitioner', one, 1, 'talked'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(gist(await say('client', one, 1, 'Late'))).toEqual([409, 'words-changed'])
  })

  it('[BA3] is read by its client, and by the practitioners and supervisors of now, who are named', async () => {
    const one = await noticed('practitioner', 'Tasks felt like homework')
    for (const who of ['client', 'practitioner', 'supervisor'] as const) {
      expect((await found(who, one))?.words).toBe('Tasks felt like homework')
      const theirs = (await register(who)).clients.find(({ client }) => client === house.client)
      expect(theirs?.readers.map(({ person }) => person).sort()).toEqual(
        [house.client, house.practitioner, house.supervisor].sort(),
      )
    }
    expect(gist(await say('supervisor', one, 1, 'Mine'))).toEqual([403, 'read-only'])
    expect(gist(await move('supervisor', one, 1, 'talked'))).toEqual([403, 'read-only'])
    expect(gist(await notice('supervisor', 'Mine'))).toEqual([403, 'read-only'])
    const rights = await Promise.all((['client', 'practitioner', 'supervisor'] as const).map(register))
    expect(rights.map(({ mayWrite, mayMove }) => [mayWrite, mayMove])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ])
  })

  it('[BA3] is not there for a partner, a guardian, an administrator or another client', async () => {
    const one = await noticed('client', 'My partner reads my messages')
    expect(await found('partner', one)).toBeUndefined()
    expect((await register('partner')).clients.map(({ client }) => client)).toEqual([people.partner])
    expect(gist(await say('partner', one, 1, 'No'))).toEqual([404, 'not-found'])
    expect(gist(await notice('partner', 'About you'))).toEqual([404, 'not-found'])
    expect(gist(await notice('practitioner', 'About nobody', people.guardian))).toEqual([404, 'not-found'])
    for (const who of ['guardian', 'administrator', 'otherClient'] as const) {
      expect([who, ...gist(await ask(who, at()))]).toEqual([who, 404, 'not-found'])
      expect([who, ...gist(await say(who, one, 1, 'No'))]).toEqual([who, 404, 'not-found'])
    }
    expect(gist(await api.ask('portal', `/api/${at()}`, {}))).toEqual([401, 'not-signed-in'])
  })

  it('[BA3] PostgreSQL shows and takes it by the same rule, past the application’s own checks', async () => {
    const one = await noticed('practitioner', 'Comes late')
    const inTheNameOf = (who: Who, sql: string, values: unknown[]) =>
      api.app
        .get(ClinicTransactions)
        .run([house.clinic], (manager) => manager.query<unknown[]>(sql, values), [people[who]])
    const rows = async (who: Who) =>
      (await inTheNameOf(who, 'SELECT 1 FROM barrier_entry WHERE barrier_id = $1', [one.id])).length
    for (const who of Object.keys(APPS) as Who[])
      expect([who, await rows(who)]).toEqual([
        who,
        ['client', 'practitioner', 'supervisor'].includes(who) ? 1 : 0,
      ])
    const entry = `INSERT INTO barrier_entry (barrier_id, seq, clinic_id, station, at, person_id, key_version, content)
      VALUES ($1, 2, $2, 'talked', now(), $3, 1, '\\x00')`
    const added = (who: Who) => inTheNameOf(who, entry, [one.id, house.clinic, people[who]])
    for (const who of ['client', 'partner', 'guardian', 'supervisor'] as const)
      await expect(added(who)).rejects.toThrow(/row-level security/)
    const begun = 'INSERT INTO barrier (barrier_id, clinic_id, case_id, client_id) VALUES ($1, $2, $3, $4)'
    for (const who of ['partner', 'guardian', 'supervisor'] as const) {
      const values = [newUuid(Date.now()), house.clinic, house.case, house.client]
      await expect(inTheNameOf(who, begun, values)).rejects.toThrow(/row-level security/)
    }
  })

  it('[BA2] [BA4] is stored encrypted, its kind as well, and no row is changed or removed', async () => {
    await noticed('client', 'Wine in the evenings')
    const rows = JSON.stringify(
      await api.owner.query('SELECT b::text AS barrier, e::text AS entry FROM barrier b, barrier_entry e'),
    )
    expect(rows).not.toContain(Buffer.from('Wine').toString('hex'))
    expect(rows).not.toContain('communication')
    for (const table of ['barrier', 'barrier_entry'])
      await expect(api.owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/)
    await expect(api.owner.query('UPDATE barrier_entry SET content = NULL')).rejects.toThrow(/append-only/)
  })

  it('[BA5] is worth asking about once its client wrote last, or nobody touched it for three sessions', async () => {
    const [theirs, ours] = [await noticed('client', 'Too early'), await noticed('practitioner', 'Too late')]
    const cues = async (who: Who) =>
      Promise.all([theirs, ours].map(async (one) => (await found(who, one))?.cue?.kind ?? null))
    expect(await cues('practitioner')).toEqual(['said', null])
    await say('practitioner', theirs, 1, 'Shall we move to ten?')
    expect(await cues('practitioner')).toEqual([null, null])
    for (let held = 0; held < 3; held++) await aSession()
    expect(await cues('practitioner')).toEqual(['untouched', 'untouched'])
    await move('practitioner', ours, 1, 'changed')
    expect(await cues('practitioner')).toEqual(['untouched', null])
    expect(await cues('client')).toEqual([null, null])
  })

  it('[BA3] [CL14] in a closed case it is read and no longer written', async () => {
    const one = await noticed('practitioner', 'Endings are hard')
    await api.owner.query('UPDATE clinic_case SET closed_at = now() WHERE case_id = $1', [house.case])
    expect(gist(await say('client', one, 1, 'They are'))).toEqual([409, 'case-closed'])
    expect(gist(await move('practitioner', one, 1, 'talked'))).toEqual([409, 'case-closed'])
    expect((await found('client', one))?.words).toBe('Endings are hard')
    await api.owner.query('UPDATE clinic_case SET closed_at = NULL WHERE case_id = $1', [house.case])
  })
})
