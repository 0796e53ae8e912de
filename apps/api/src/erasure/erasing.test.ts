import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { inventory as named, REMOVED } from '../../test/hostile/sealed-columns.js'
import { deskOf } from '../../test/desk.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { createBlankDatabase } from '../../test/live/database.js'
import { aHouse, cookieFor, emailOf, signIn, type House } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { restoreBackup } from '../backup/restore-backup.js'
import { takeBackup } from '../backup/take-backup.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { KeyStore } from '../history/key-store.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'
import { ErasingService } from './erasing.service.js'
import { ErasureRepository } from './erasure.repository.js'

jest.setTimeout(30_000)

let api: TestApi
let house: House
let plan: LogId
let second: TestApi
let BACKUP: string
const KEY = Buffer.alloc(32, 5)
const WHY = { by: null, request: null, rule: 'us-pennsylvania' }

const erase = () => api.app.get(ErasingService).eraseCase(house.clinic, house.case, WHY)
/** When it was erased, as the database has it, and the rule that its reason names. */
const stone = async () => {
  const [row]: { ms: number }[] = await api.owner.query(
    `SELECT floor(extract(epoch FROM erased_at) * 1000)::float8 AS ms FROM clinic_case WHERE case_id = $1`,
    [house.case],
  )
  return { at: row?.ms, rule: { code: 'us-pennsylvania', source: '49 Pa. Code § 41.57' } }
}
const kept = () => {
  const { dataDir, checkpoints, databaseUrl } = api.config
  return { dataDir, checkpoints, databaseUrl }
}
const entries = async (): Promise<{ kind: string; content: Buffer | null; epoch: number }[]> =>
  api.owner.query('SELECT kind, content, epoch FROM entry WHERE log_id = $1 ORDER BY seq', [plan])
const verified = async (config = api.config) => {
  const told: VerifiedLog[] = []
  await verifyDatabase(config, (one) => told.push(one))
  return told
}

beforeAll(async () => {
  api = await startTestApi({ checkpoints: { intervalMs: 3_600_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  second = await startSecond(api)
  BACKUP = `${api.config.dataDir}/before.backup`
})
afterAll(async () => {
  await second.stop()
  await api.stop()
})

describe('a case that is erased', () => {
  it('[ER3] [ER5] leaves a log of one entry that says so, and tells whoever has it open', async () => {
    const jonah = await openPlan(api, house, 'client', plan)
    const place = await startGoal(jonah)
    type(jonah, place, 0, 'Sleep by ten')
    await jonah.saved()
    await takeBackup({ ...kept(), to: BACKUP, key: KEY, now: Date.now() })
    const mara = await openPlan(second, house, 'practitioner', plan)
    const told: unknown[] = []
    for (const { wire } of [jonah, mara]) wire.on('closed', (message: unknown) => told.push(message))
    await erase()
    await Promise.all([jonah, mara].map((tab) => tab.until((state) => state.closed === 'erased')))
    expect(told).toMatchObject([{ erased: await stone() }, { erased: await stone() }])
    mara.close()
    const all = await entries()
    expect(all.at(-1)).toMatchObject({ kind: 'erased', epoch: 2 })
    expect(all.filter(({ content }) => content !== null)).toHaveLength(1)
    jonah.close()
  })

  it('[ER3] is still a chain that holds, of which the words are gone', async () => {
    const all = await verified()
    expect(all.filter(({ flaw }) => flaw !== null)).toEqual([])
    expect(all.find(({ log }) => log === plan)).toMatchObject({ isErased: true })
  })

  it('[ER5] is said to be erased, when and by which rule, to whoever had a part in it, and is not there for anybody else', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const answer = await api.ask('portal', `/api/plans/${plan}/history?after=0`, { cookie })
    expect([answer.status, answer.json]).toMatchObject([410, { code: 'erased', erased: await stone() }])
    const other = await cookieFor(api, 'portal', house.otherClient)
    expect((await api.ask('portal', `/api/plans/${plan}/history?after=0`, { cookie: other })).status).toBe(
      404,
    )
  })

  it('[ER2] is erased once, however often it is asked for', async () => {
    const before = await entries()
    await erase()
    expect(await entries()).toEqual(before)
  })
})

describe('an erasing that was interrupted', () => {
  /** What was written down, how many parts in the case last, and how many rows of its log have their contents. */
  const LIVE = `SELECT rule, (SELECT count(*)::int FROM case_party p WHERE p.case_id = subject_id AND until IS NULL) AS parts,
      (SELECT count(*)::int FROM entry e JOIN log l USING (log_id) WHERE l.case_id = subject_id AND content IS NOT NULL) AS rows
    FROM erasure WHERE subject_id = $1`
  const standing = async ({ case: kase }: House) => {
    const rows: { kinds: string[]; finished: boolean }[] = await api.owner.query(
      `SELECT array_agg(e.kind ORDER BY e.seq) AS kinds, bool_or(x.finished_at IS NOT NULL) AS finished
       FROM erasure x JOIN log l ON l.case_id = x.subject_id JOIN entry e USING (log_id) WHERE x.subject_id = $1`,
      [kase],
    )
    return rows[0]
  }

  it('[ER1] [ER2] between the keys and the rows is finished when it is asked for again', async () => {
    const other = await aHouse(api)
    const { case: kase } = other
    const log = await planOf(api, other)
    const cookie = await cookieFor(second, 'portal', other.client)
    const history = () => second.ask('portal', `/api/plans/${log}/history?after=0`, { cookie })
    expect((await history()).status).toBe(200)
    const again = () => api.app.get(ErasingService).eraseCase(other.clinic, other.case, WHY)
    await api.owner.query('ALTER FUNCTION finish_erasing_case RENAME TO out_of_the_way')
    await expect(again()).rejects.toThrow(/finish_erasing_case/)
    await api.owner.query('ALTER FUNCTION out_of_the_way RENAME TO finish_erasing_case')
    expect(await standing(other)).toMatchObject({ finished: false })
    // Written down, and nobody’s any more on any process; then on the disk the case, its keys, and every row as it was.
    expect(await api.owner.query(LIVE, [kase])).toEqual([{ rule: WHY.rule, parts: 0, rows: 2 }])
    expect((await history()).status).toBe(410)
    const keys = new KeyStore(api.config.dataDir)
    const buried = keys.buried()
    expect(buried).toEqual(expect.arrayContaining([kase, log]))
    expect(buried.indexOf(kase as string as LogId)).toBeLessThan(buried.indexOf(log))
    expect([keys.destroyedVersion(log), keys.open(log).version]).toEqual([1, 2])
    await again()
    expect(await standing(other)).toEqual({
      kinds: ['party.joined', 'party.joined', 'erased'],
      finished: true,
    })
  })

  it('[ER2] by the death of its process is finished when the next one starts', async () => {
    const other = await aHouse(api)
    const { clinic, case: kase } = other
    await api.app.get(ErasureRepository, { strict: false }).begin(clinic, kase, WHY, Date.now())
    api.app.get(KeyStore, { strict: false }).bury(await planOf(api, other), Date.now())
    const next = await startSecond(api)
    await next.stop()
    expect(await standing(other)).toMatchObject({ finished: true })
    expect((await verified()).filter(({ flaw }) => flaw !== null)).toEqual([])
  })
})

describe('a backup from before, restored', () => {
  it('[ER7] is erased when it opens, and says so in its logs', async () => {
    const blank = await createBlankDatabase()
    const { databaseUrl, dataDir } = blank
    const where = { databaseUrl, dataDir, checkpoints: api.config.checkpoints, beside: api.config.dataDir }
    await restoreBackup({ ...where, from: BACKUP, key: KEY, now: Date.now() })
    const restored = await startSecond({ ...api, config: { ...api.config, databaseUrl, dataDir } })
    const told = await verified(restored.config)
    const cookie = await cookieFor(restored, 'portal', house.client)
    const answer = await restored.ask('portal', `/api/plans/${plan}/history?after=0`, { cookie })
    await restored.stop()
    await blank.drop()
    expect(told.filter(({ flaw }) => flaw !== null)).toEqual([])
    expect(told.find(({ log }) => log === plan)?.isErased).toBe(true)
    expect(answer.status).toBe(410)
  })
})

describe('a person without a case', () => {
  const erasePerson = (person: PersonId) => api.app.get(ErasingService).erasePerson(house.clinic, person, WHY)
  const everything = async () => {
    const tables: { name: string }[] = await api.owner.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const rows = tables.map(({ name }) => api.owner.query(`SELECT t::text AS row FROM "${name}" t`))
    return JSON.stringify(await Promise.all(rows))
  }

  it('[ER9] [CL25] is nobody any more, and stays an id', async () => {
    await api.owner.query(
      `INSERT INTO client_profile (clinic_id, person_id, phone, date_of_birth, emergency_name, emergency_phone,
         emergency_relation) VALUES ($1, $2, '0151 2345', '1980-02-29', 'Aunt Xenia', '0151 6789', 'aunt')`,
      [house.clinic, house.client],
    )
    expect(await everything()).toContain('Aunt Xenia')
    // Noted by mistake and taken back: what was noted is kept all the same, and the door is open again.
    const desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
    await desk.post(`clients/${house.client}/death`, { over: 0, day: '2026-01-02', reason: null })
    await desk.post(`clients/${house.client}/death`, { over: 1, day: null, reason: 'It was another.' })
    await desk.post(`people/${house.client}/enable`)
    const deaths = 'SELECT version FROM client_death WHERE person_id = $1 ORDER BY version'
    expect(await api.owner.query(deaths, [house.client])).toEqual([{ version: 1 }, { version: 2 }])
    expect((await signIn(api, 'portal', house.client)).status).toBe(200)
    await erasePerson(house.client)
    await erasePerson(house.client)
    const left = await everything()
    expect(await api.owner.query(deaths, [house.client])).toEqual([])
    for (const said of ['0151 2345', '0151 6789', '1980-02-29', 'Xenia', emailOf(house.client)])
      expect(left).not.toContain(said)
    expect(left).toContain(house.client)
    expect((await signIn(api, 'portal', house.client)).status).toBe(401)
  })

  it('[ER9] is only somebody whose cases are all erased, and never one of the staff', async () => {
    for (const person of [house.otherClient, house.practitioner])
      await expect(erasePerson(person)).rejects.toThrow(/stays/)
  })
})

describe('the one exception', () => {
  const TRIES = [
    'UPDATE entry SET content = NULL',
    'DELETE FROM entry',
    'DELETE FROM note_signed',
    'DELETE FROM erasure',
    'SET LOCAL ROLE accord_eraser',
    'SELECT forget_case((SELECT case_id FROM clinic_case LIMIT 1), false)',
    'SELECT erase_of_1_case_phase((SELECT case_id FROM clinic_case LIMIT 1))',
  ]

  it.each(TRIES)('[ER3] is not to be had by the application: %s', async (sql) => {
    const tried = api.app.get(ClinicTransactions).run([house.clinic], async (manager) => {
      await manager.query(`SELECT set_config('role.accord_eraser', 'on', true)`)
      await manager.query(sql)
    })
    await expect(tried).rejects.toThrow(/permission denied/)
  })

  it('[ER3] is not to be had by the owner of the tables either, but as that role', async () => {
    for (const sql of ['UPDATE entry SET content = NULL', 'DELETE FROM entry', 'DELETE FROM access_event'])
      await expect(api.owner.query(sql)).rejects.toThrow(/append-only/)
    await expect(
      api.owner.transaction(async (manager) => {
        await manager.query('SET LOCAL ROLE accord_eraser')
        await manager.query(`UPDATE entry SET content = 'other words'`)
      }),
    ).rejects.toThrow(/emptied or left/)
  })

  it('[AC7] does not reach into a clinic that was not named', async () => {
    const { case: kase, clinic } = house
    const tried = api.app
      .get(ClinicTransactions)
      .run([newUuid(1) as ClinicId], (manager) =>
        manager.query('SELECT begin_erasing_case($1, $2, NULL, NULL, NULL, now()) AS begun', [clinic, kase]),
      )
    expect(await tried).toEqual([{ begun: false }])
  })
})

describe('the inventory', () => {
  const EMPTIED = 'Erased with the case: emptied'

  it('[ER4] names every table of the database once', async () => {
    const tables: { name: string }[] = await api.owner.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const all = [REMOVED, EMPTIED, 'Erased with the person', 'Kept'].flatMap(named)
    expect(all.toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
  })

  it('[ER4] says of the tables what the database does with them', async () => {
    const may = async (privilege: string) => {
      const rows: { name: string }[] = await api.owner.query(
        `SELECT DISTINCT c.relname AS name FROM pg_class c, aclexplode(c.relacl) a
         WHERE a.grantee = 'accord_eraser'::regrole AND a.privilege_type = $1`,
        [privilege],
      )
      return rows.map(({ name }) => name)
    }
    const removed = await may('DELETE')
    expect(removed).toEqual(expect.arrayContaining([...named(REMOVED)]))
    const others = removed.filter((name) => !named(REMOVED).includes(name))
    expect(named('Erased with the person')).toEqual(expect.arrayContaining(others))
    const parts: { name: string }[] = await api.owner.query(
      `SELECT substr(proname, 12) AS name FROM pg_proc WHERE proname LIKE 'erase\\_of\\_%' ORDER BY 1`,
    )
    expect(parts.map(({ name }) => name)).toEqual(
      [...named(REMOVED), 'alert_acknowledgement', 'data_request', 'legal_hold'].toSorted(),
    )
  })
})
