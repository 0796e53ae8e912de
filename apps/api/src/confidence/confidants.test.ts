import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { AlarmList } from '@accord/domain/rest/alarms'
import type { CaseSummary, ConfidentialLogOpened } from '@accord/domain/rest/case'
import type { QueuePage } from '@accord/domain/rest/supervision'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf } from '../../test/desk.js'
import { aGuardedCase, audienceOf, type GuardedCase } from '../../test/guarded-case.js'
import { addressFor, planOf, startGoal } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { framesOf } from '../../test/live/frames.js'
import { cookieFor, givePasswords } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { sqlStateOf } from '../database/failures.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'
import { LiveClient } from '../live-plan/replay/live-client.js'
import { PlanReader } from '../plan/plan-reader.js'

let api: TestApi
let house: GuardedCase
let plan: LogId
let log: LogId
let successor: PersonId
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 90, attemptsPerAddress: 1_000 } })
  house = await aGuardedCase(api)
  plan = await planOf(api, house)
  successor = await createPerson(api.owner, house.clinic, ['practitioner'])
  await givePasswords(api.owner)
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
  const { cookie } = await addressOf(house.client)
  const opened = await api.ask('portal', `/api/cases/${house.case}/confidential`, { cookie, body: {} })
  log = (opened.json as ConfidentialLogOpened).log
}, 30_000)
afterAll(() => api.stop())

const addressOf = async (person: PersonId) => addressFor(api, person, audienceOf(house, person))
const live = async (person: PersonId) => new LiveClient(await addressOf(person), log).live()
const confidants = () => ({ clinic: house.clinic, confidants: [house.client] })
const stored = async (of: LogId) =>
  (
    await api.app
      .get(PlanReader)
      .load(of === log ? { ...confidants(), log } : { clinic: house.clinic, log: of })
  ).plan

describe('confidential logs in the database', () => {
  const TABLES = ['log', 'log_head', 'entry', 'plan_checkpoint', 'alert', 'access_event'] as const

  async function rowsFor(people: readonly PersonId[]): Promise<readonly number[]> {
    const count = async (table: string): Promise<number> =>
      api.app.get(ClinicTransactions).run(
        [house.clinic],
        async (manager) => {
          const sql = `SELECT count(*)::int AS count FROM ${table} WHERE log_id = $1`
          const rows: { count: number }[] = await manager.query(sql, [log])
          return rows[0]?.count ?? -1
        },
        people,
      )
    return Promise.all(TABLES.map(count))
  }

  async function stateOfEntry(author: PersonId, relation: string, kind = 'text'): Promise<string | null> {
    const insert = api.app.get(ClinicTransactions).run(
      [house.clinic],
      (manager) =>
        manager.query(
          `INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, author_id, relation, at_ms,
           key_version, digest) SELECT $1, $2, 900, sha256('a'), sha256('b'), 1, $5, $3, $4, 1, 1, sha256('c')`,
          [house.clinic, log, author, relation, kind],
        ),
      [house.client, author],
    )
    return insert.then(() => null, sqlStateOf)
  }

  it('[CF3] show their rows to client, practitioner and supervisor, and no row to anybody else', async () => {
    const visitor = await live(house.client)
    visitor.close()
    await api.owner.query(
      `INSERT INTO plan_checkpoint (log_id, clinic_id, seq, key_version, content) VALUES ($1, $2, 1, 1, '')`,
      [log, house.clinic],
    )
    await api.owner.query(
      `INSERT INTO alert (alert_id, clinic_id, log_id, seq, kind, at) VALUES (uuidv7(), $2, $1, 1, 'large-deletion', now())`,
      [log, house.clinic],
    )
    for (const person of [house.client, house.practitioner, house.supervisor])
      expect((await rowsFor([person])).every((count) => count > 0)).toBe(true)
    for (const people of [[], [house.guardian], [house.administrator], [house.otherClient], [successor]])
      expect(await rowsFor(people)).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('[CF3] [AC7] refuse an entry by anybody but client and practitioner, also in a batch with theirs', async () => {
    expect(await stateOfEntry(house.guardian, 'guardian')).toBe('42501')
    expect(await stateOfEntry(house.guardian, 'client')).toBe('42501')
    expect(await stateOfEntry(house.supervisor, 'supervisor')).toBe('42501')
    expect(await stateOfEntry(house.administrator, 'administrator')).toBe('42501')
    expect(await stateOfEntry(house.client, 'client', 'party.joined')).toBe('42501')
    expect(await stateOfEntry(house.guardian, 'administrator', 'party.joined')).toBe('42501')
  })

  it('[CF1] [AC7] are not begun by a guardian or a supervisor, whatever the application thinks', async () => {
    const begin = (person: PersonId) =>
      api.app
        .get(ClinicTransactions)
        .run(
          [house.clinic],
          (manager) =>
            manager.query(
              `INSERT INTO log (log_id, clinic_id, case_id, audience) VALUES (uuidv7(), $1, $2, 'confidential')`,
              [house.clinic, house.otherCase],
            ),
          [person],
        )
    for (const person of [house.guardian, house.supervisor])
      expect(await begin(person).then(() => null, sqlStateOf)).toBe('42501')
  })

  it('[HI6] are checked with all others by the verifier', async () => {
    const results: VerifiedLog[] = []
    await verifyDatabase(api.config, (result) => results.push(result))
    expect(results.find((result) => result.log === log)).toMatchObject({ flaw: null })
  })
})

describe('a confidential record that does not hold', () => {
  const answerTo = async (person: PersonId, path: string) => {
    const { cookie } = await addressOf(person)
    return api.ask(audienceOf(house, person), path, { cookie })
  }

  it('[SQ19] [HI22] is told to supervisor and practitioner, and to neither administrator nor guardian', async () => {
    await api.owner.query(
      `INSERT INTO alert (alert_id, clinic_id, log_id, seq, kind, reason, at)
       VALUES (uuidv7(), $2, $1, 1, 'history-broken', 'digest-differs', now())`,
      [log, house.clinic],
    )
    const queue = (await answerTo(house.supervisor, '/api/supervision/queue')).json as QueuePage
    const queued = queue.cases.find(({ caseId }) => caseId === house.case)
    const broken = expect.objectContaining({ kind: 'history-broken', in: 'confidential' })
    expect(queued?.reasons).toContainEqual(broken)
    const told = async (person: PersonId) =>
      ((await answerTo(person, '/api/alarms')).json as AlarmList).alarms.map(({ audience }) => audience)
    expect(await told(house.supervisor)).toEqual(['confidential'])
    expect(await told(house.practitioner)).toEqual(['confidential'])
    expect(await told(house.administrator)).toEqual([])
    expect((await answerTo(house.guardian, '/api/alarms')).status).toBe(403)
  })
})

describe('when the people of the case change', () => {
  const parties = async (of: LogId) =>
    (await stored(of)).parties.map(({ person, until }) => [person, until === null])

  it('[CF4] [CF2] a guardian who joins or leaves is named in the plan and not here', async () => {
    const other = await createPerson(api.owner, house.clinic, [])
    const before = (await stored(log)).seq
    const change = { person: other, relation: 'guardian', insteadOf: house.guardian }
    expect((await desk.post(`case-files/${house.case}/parties`, change)).status).toBe(200)
    const back = { person: house.guardian, relation: 'guardian', insteadOf: other }
    expect((await desk.post(`case-files/${house.case}/parties`, back)).status).toBe(200)
    expect((await stored(log)).seq).toBe(before)
    expect((await parties(plan)).filter(([person]) => person === other)).toEqual([[other, false]])
  })

  it('[CF4] [CL13] who is handed the case reads and writes it, who hands over is shown out at once', async () => {
    const former = await live(house.practitioner)
    const change = { person: successor, relation: 'practitioner', insteadOf: house.practitioner }
    expect((await desk.post(`case-files/${house.case}/parties`, change)).status).toBe(200)
    await former.until((state) => state.closed === 'access-ended')
    const next = await live(successor)
    await startGoal(next, 'From here on')
    const expected = [
      [house.client, true],
      [house.practitioner, false],
      [successor, true],
    ]
    expect((await parties(log)).sort()).toEqual(expected.sort())
    expect((await parties(plan)).filter(([person]) => person === successor)).toEqual([[successor, true]])
    const frames = await framesOf(await addressOf(house.practitioner), log)
    expect(JSON.stringify(await frames.write())).toContain('not-found')
    frames.close()
    next.close()
    former.close()
  })

  it('[CF2] [CL13] a room that stayed open is read by whoever takes the supervision over', async () => {
    const client = await live(house.client)
    const supervisor = await createPerson(api.owner, house.clinic, ['supervisor'])
    await givePasswords(api.owner)
    const change = { person: supervisor, insteadOf: house.supervisor }
    expect((await desk.post(`case-files/${house.case}/supervisors`, change)).status).toBe(200)
    const reader = await live(supervisor)
    const place = await startGoal(client, 'Still here')
    await reader.until((state) => place.goal in (state.confirmed?.goals ?? {}))
    reader.close()
    client.close()
  })

  it('[CF1] [CL14] stays when the guardian leaves, and is only read once the case is closed', async () => {
    expect((await desk.post(`case-files/${house.case}/parties/end`, { person: house.guardian })).status).toBe(
      200,
    )
    const { cookie } = await addressOf(house.client)
    const { json } = await api.ask('portal', `/api/cases/${house.case}`, { cookie })
    expect((json as CaseSummary).confidential?.log).toBe(log)
    expect((await desk.post(`case-files/${house.case}/close`)).status).toBe(200)
    const frames = await framesOf(await addressOf(house.client), log)
    expect(JSON.stringify(await frames.write())).toContain('case-closed')
    frames.close()
  })
})
