import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import { NO_COMFORT_WORDS, type ComfortWords } from '@accord/domain/case/comfort'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { ComfortProfile, ComfortProfiles } from '@accord/domain/rest/comfort'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'

let api: TestApi
let house: House
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

let people: Record<Who, PersonId>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const [partner, guardian] = [await joins('client'), await joins('guardian')]
  people = { ...house, partner, guardian }
  await api.owner.query(
    `UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE person_id = $1)
     WHERE password_hash IS NULL`,
    [house.client],
  )
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

async function joins(relation: 'client' | 'guardian'): Promise<PersonId> {
  const person = await createPerson(api.owner, house.clinic, [])
  await api.owner.query(
    'INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, now())',
    [house.clinic, house.case, person, relation],
  )
  return person
}

const words = (said: Partial<ComfortWords>): ComfortWords => ({ ...NO_COMFORT_WORDS, ...said })
const read = (who: Who, of: CaseId = house.case) =>
  api.ask(APPS[who], `/api/cases/${of}/comfort`, { cookie: cookies[who] })
const profiles = async (who: Who) => ((await read(who)).json as ComfortProfiles).profiles
const save = (who: Who, body: unknown, client: PersonId = house.client) =>
  api.ask(APPS[who], `/api/cases/${house.case}/comfort/${client}`, { cookie: cookies[who], body })
const ids = (named: readonly { person: PersonId }[] = []) => named.map(({ person }) => person).sort()

describe('how a client likes things', () => {
  it('[CL18] [CL20] is empty before anything was written, and says who could write and who would read it', async () => {
    const [mine, ...others] = await profiles('client')
    expect(others).toEqual([])
    expect(mine).toMatchObject({ client: house.client, version: 0, changed: null, words: NO_COMFORT_WORDS })
    expect(ids(mine?.writers)).toEqual([house.client, people.guardian].sort())
    const readers = [house.client, people.guardian, house.practitioner, house.supervisor]
    expect(ids(mine?.readers)).toEqual(readers.sort())
  })

  it('[CL18] is written by the client and read in the case, and is absent for everybody else', async () => {
    const said = words({ callMe: '  Jo. They.  ', wordsToAvoid: 'the D word\nand that other one' })
    const saved = (await save('client', { after: 0, words: said })).json as ComfortProfile
    expect(saved).toMatchObject({ version: 1, changed: { by: house.client } })
    expect(saved.words).toEqual({ ...said, callMe: 'Jo. They.' })
    for (const who of ['client', 'guardian', 'practitioner', 'supervisor'] as const) {
      const found = (await profiles(who)).find(({ client }) => client === house.client)
      expect([who, found]).toEqual([who, saved])
    }
    expect((await profiles('partner')).map(({ client }) => client)).toEqual([people.partner])
    const everybody = ['practitioner', 'client', 'partner', 'guardian', 'supervisor'] as const
    const { people: inCase } = (await read('practitioner')).json as ComfortProfiles
    expect(ids(inCase)).toEqual(everybody.map((who) => people[who]).sort())
    for (const who of ['administrator', 'otherClient'] as const) {
      expect([who, ...gist(await read(who))]).toEqual([who, 404, 'not-found'])
    }
  })

  it('[CL18] is written by nobody but the client and a guardian', async () => {
    const body = { after: 1, words: words({ touch: 'no' }) }
    const answers = {
      practitioner: [403, 'not-yours'],
      supervisor: [403, 'read-only'],
      partner: [404, 'not-found'],
      administrator: [404, 'not-found'],
      otherClient: [404, 'not-found'],
    } as const
    for (const [who, answer] of Object.entries(answers)) {
      expect([who, ...gist(await save(who as Who, body))]).toEqual([who, ...answer])
    }
    expect(gist(await save('guardian', body, house.practitioner))).toEqual([404, 'not-found'])
    expect(gist(await api.ask('portal', `/api/cases/${house.case}/comfort`, {}))).toEqual([
      401,
      'not-signed-in',
    ])
  })

  it('[CL19] is saved upon the version that was read, and by one of two who save at once', async () => {
    const upon = (after: number, touch: string) => ({ after, words: words({ touch }) })
    expect(gist(await save('client', upon(0, 'late')))).toEqual([409, 'words-changed'])
    const both = await Promise.all([
      save('client', upon(1, 'a handshake')),
      save('guardian', upon(1, 'none')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await profiles('client'))[0]?.version).toBe(2)
  })

  it('[CL19] takes no more than a field holds, and nothing that its schema does not name', async () => {
    const refused = [
      { after: 2, words: words({ scent: 'x'.repeat(501) }) },
      { after: 2, words: words({ scent: 'bell\u0007' }) },
      { after: 2, words: words({ scent: '   ' }) },
      { after: 2, words: { ...NO_COMFORT_WORDS, diagnosis: 'x' } },
      { after: -1, words: NO_COMFORT_WORDS },
    ]
    for (const body of refused) expect(gist(await save('client', body))).toEqual([400, 'malformed'])
  })

  it('[CL21] keeps every version, encrypted, and lets none be changed', async () => {
    const rows = await api.owner.query<{ row: string }[]>('SELECT v::text AS row FROM comfort_version v')
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('They').toString('hex'))
    await expect(api.owner.query('UPDATE comfort_version SET scent = NULL')).rejects.toThrow(/append-only/)
    await expect(api.owner.query('DELETE FROM comfort_version')).rejects.toThrow(/append-only/)
  })

  it('[CL21] PostgreSQL shows it to transactions of its readers only, past the application’s own checks', async () => {
    const shownTo = async (person: PersonId | null) => {
      const found = await api.app
        .get(ClinicTransactions)
        .run(
          [house.clinic],
          (manager) => manager.query<unknown[]>('SELECT 1 FROM comfort_version'),
          person === null ? [] : [person],
        )
      return found.length
    }
    for (const who of ['client', 'guardian', 'practitioner', 'supervisor'] as const)
      expect([who, await shownTo(people[who])]).toEqual([who, 2])
    for (const who of ['partner', 'administrator', 'otherClient'] as const)
      expect([who, await shownTo(people[who])]).toEqual([who, 0])
    expect(await shownTo(null)).toBe(0)
  })

  it('[CL21] PostgreSQL takes it from the client or the guardian alone, past the application’s own checks', async () => {
    const written = (by: PersonId, named: PersonId) =>
      api.app.get(ClinicTransactions).run(
        [house.clinic],
        (manager) =>
          manager.query(
            `INSERT INTO comfort_version (clinic_id, case_id, person_id, version, written_at, written_by, key_version)
               VALUES ($1, $2, $3, 90, now(), $4, 1)`,
            [house.clinic, house.case, house.client, by],
          ),
        [named],
      )
    for (const who of ['partner', 'practitioner', 'supervisor', 'administrator'] as const) {
      await expect(written(people[who], people[who])).rejects.toThrow(/row-level security/)
    }
    await expect(written(house.client, people.partner)).rejects.toThrow(/row-level security/)
  })

  it('[CL13] [CL14] is gone at once for whoever’s part ended, and stays as it is in a closed case', async () => {
    const until = (when: string) =>
      api.owner.query(`UPDATE case_party SET until = ${when} WHERE person_id = $1`, [people.guardian])
    await until('now()')
    expect(gist(await read('guardian'))).toEqual([404, 'not-found'])
    await until('NULL')
    await api.owner.query('UPDATE clinic_case SET closed_at = now() WHERE case_id = $1', [house.case])
    expect((await profiles('client'))[0]).toMatchObject({ version: 2, writers: [] })
    const body = { after: 2, words: NO_COMFORT_WORDS }
    expect(gist(await save('client', body))).toEqual([409, 'case-closed'])
    await api.owner.query('UPDATE clinic_case SET closed_at = NULL WHERE case_id = $1', [house.case])
    expect(gist(await read('client', newUuid(Date.now()) as CaseId))).toEqual([404, 'not-found'])
  })
})
