import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { comesOfAge } from '@accord/domain/case/guardian-age'
import type { PersonId } from '@accord/domain/ids'
import type { Guardians } from '@accord/domain/rest/guardians'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { openPlan, planOf } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { GuardianRounds } from './guardian-rounds.service.js'

const DAY = 86_400_000
let api: TestApi

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
}, 30_000)
afterAll(() => api.stop())

/** The day of birth of somebody who is 18 in so many days; UTC, as the clinic is. */
const bornFor = (inDays: number) => {
  const on = new Date(Date.now() + inDays * DAY)
  return new Date(Date.UTC(on.getUTCFullYear() - 18, on.getUTCMonth(), on.getUTCDate()))
    .toISOString()
    .slice(0, 10)
}

/** A case with a guardian, who joined a month ago. */
async function aFamily(inDays: number) {
  const house = await aHouse(api)
  const guardian = await createPerson(api.owner, house.clinic, [])
  await givePasswords(api.owner)
  const desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
  const wish = { person: guardian, relation: 'guardian', insteadOf: null }
  expect((await desk.post(`case-files/${house.case}/parties`, wish)).status).toBe(200)
  await born(house, inDays)
  return { house, guardian, desk }
}

/** Says when the client is of age, and lets the guardian have joined long before. */
async function born(house: House, inDays: number) {
  await api.owner.query(
    `INSERT INTO client_profile (clinic_id, person_id, date_of_birth) VALUES ($1, $2, $3)
     ON CONFLICT (clinic_id, person_id) DO UPDATE SET date_of_birth = excluded.date_of_birth`,
    [house.clinic, house.client, bornFor(inDays)],
  )
  await api.owner.query(
    `UPDATE case_party SET since = since - interval '90 days' WHERE case_id = $1 AND relation = 'guardian'`,
    [house.case],
  )
}

const lines = async (audience: 'console' | 'portal', person: PersonId) => {
  const cookie = await cookieFor(api, audience, person)
  return ((await api.ask(audience, '/api/guardians', { cookie })).json as Guardians).lines
}

describe('a guardian’s part', () => {
  it('[GU4] is over at the moment itself: the next reading is refused before any process ended it', async () => {
    const { house, guardian } = await aFamily(1)
    const cookie = await cookieFor(api, 'portal', guardian)
    const read = async () => gist(await api.ask('portal', `/api/cases/${house.case}/consents`, { cookie }))
    expect((await read())[0]).toBe(200)
    await born(house, -1)
    expect(await read()).toEqual([404, 'not-found'])
  })

  it('[GU4] [CL13] is ended once, said in the log as by rule, and closes the open plan', async () => {
    const { house, guardian } = await aFamily(1)
    const plan = await planOf(api, house)
    const petra = await openPlan(api, { ...house, client: guardian }, 'client', plan)
    const jonah = await openPlan(api, house, 'client', plan)
    await born(house, -1)
    const rounds = api.app.get(GuardianRounds)
    await Promise.all([rounds.round(), rounds.round()])
    await petra.until((state) => state.closed === 'access-ended')
    await jonah.until(
      ({ confirmed }) =>
        confirmed?.parties.some(({ person, until }) => person === guardian && until !== null) ?? false,
    )
    const ended = await api.owner.query<{ kind: string }[]>(
      `SELECT kind FROM entry WHERE log_id = $1 AND kind = 'party.ended'`,
      [plan],
    )
    const noted = await api.owner.query<{ age: number }[]>(
      'SELECT age FROM guardian_end WHERE person_id = $1',
      [guardian],
    )
    expect([ended.length, noted]).toEqual([1, [{ age: 18 }]])
    petra.close()
    jonah.close()
  })

  it('[GU3] that began after the client was of age is a decision, and lasts', async () => {
    const { house, guardian } = await aFamily(-400)
    await api.app.get(GuardianRounds).round()
    const [part] = await api.owner.query<{ until: Date | null }[]>(
      `SELECT until FROM case_party WHERE case_id = $1 AND person_id = $2`,
      [house.case, guardian],
    )
    expect(part).toEqual({ until: null })
  })

  it('[GU5] is told to practitioner, client and guardian, thirty days before and on the day, and to nobody else', async () => {
    const { house, guardian } = await aFamily(31)
    expect(await lines('console', house.practitioner)).toEqual([])
    for (const [inDays, hasEnded] of [
      [28, false],
      [-1, true],
    ] as const) {
      await born(house, inDays)
      if (hasEnded) await api.app.get(GuardianRounds).round()
      const told = { caseId: house.case, guardian, hasEnded }
      expect(await lines('console', house.practitioner)).toMatchObject([
        { ...told, relation: 'practitioner' },
      ])
      expect(await lines('portal', house.client)).toMatchObject([{ ...told, relation: 'client' }])
      expect(await lines('portal', guardian)).toMatchObject([{ ...told, relation: 'guardian' }])
      for (const [app, person] of [
        ['console', house.supervisor],
        ['console', house.administrator],
        ['portal', house.otherClient],
      ] as const)
        expect(await lines(app, person)).toEqual([])
    }
  })

  it('[GU1] [GU4] PostgreSQL takes a rule from an administrator in their own name, and no end before its day', async () => {
    const { house, guardian } = await aFamily(1)
    const as = (person: PersonId, sql: string, values: unknown[]) =>
      api.app
        .get(ClinicTransactions, { strict: false })
        .run([house.clinic], (manager) => manager.query<unknown>(sql, values), [person])
    const rule = `INSERT INTO guardian_rule (clinic_id, version, jurisdiction, age, edited_by, edited_at)
      VALUES ($1, 7, 'US', 12, $2, now())`
    for (const [who, name] of [
      [house.practitioner, house.practitioner],
      [house.client, house.client],
      [guardian, house.administrator],
      [house.administrator, house.supervisor],
    ] as const)
      await expect(as(who, rule, [house.clinic, name])).rejects.toThrow(/row-level security/)
    const end = (inDays: number) =>
      as(
        house.administrator,
        `INSERT INTO guardian_end (clinic_id, case_id, person_id, since, age, ends_at, at)
         SELECT clinic_id, case_id, person_id, since, 18, now() + make_interval(days => $3), now()
         FROM case_party WHERE case_id = $1 AND person_id = $2`,
        [house.case, guardian, inDays],
      )
    await expect(end(1)).rejects.toThrow(/row-level security/)
    await expect(as(house.administrator, 'DELETE FROM guardian_end', [])).rejects.toThrow(/permission denied/)
    await end(0)
  })

  it('[GU1] ends at the age that an administrator set, and nobody else sets one', async () => {
    const { house, desk } = await aFamily(340)
    const rule = { after: 0, jurisdiction: 'US', age: 17 }
    for (const [app, person] of [
      ['console', house.practitioner],
      ['console', house.supervisor],
      ['portal', house.client],
    ] as const) {
      const cookie = await cookieFor(api, app, person)
      const answer = await api.ask(app, '/api/clinic/guardian-rule', { cookie, method: 'PUT', body: rule })
      expect(gist(answer)).toEqual([403, 'not-yours'])
    }
    const cookie = await cookieFor(api, 'console', house.administrator)
    const set = () => api.ask('console', '/api/clinic/guardian-rule', { cookie, method: 'PUT', body: rule })
    expect((await set()).json).toMatchObject({ jurisdiction: 'US', age: 17, version: 1 })
    expect(gist(await set())).toEqual([409, 'words-changed'])
    expect((await desk.get('clinic/guardian-rule')).json).toMatchObject({ age: 17 })
    await api.app.get(GuardianRounds).round()
    expect(await lines('portal', house.client)).toMatchObject([{ hasEnded: true }])
    const ended = await api.owner.query<unknown[]>('SELECT 1 FROM guardian_end WHERE case_id = $1', [
      house.case,
    ])
    expect(ended).toHaveLength(1)
  })

  it('[GU2] is counted by PostgreSQL as by the domain, leap days included', async () => {
    for (const born of ['2008-02-29', '2008-02-28', '2007-03-01', '2004-12-31'])
      for (const years of [12, 16, 18, 20]) {
        const [row] = await api.owner.query<{ on: string }[]>(
          `SELECT to_char(comes_of_age($1::date, $2::int), 'YYYY-MM-DD') AS on`,
          [born, years],
        )
        expect([born, years, row?.on]).toEqual([born, years, comesOfAge(born, years)])
      }
  })
})
