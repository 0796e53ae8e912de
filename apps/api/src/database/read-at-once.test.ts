import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClinicId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'
import { createClinic, type TestClinic } from '../../test/live/clinic.js'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { ClinicTransactions } from './clinic-transactions.js'
import { appDataSource, ownerDataSource } from './data-source.js'
import { sqlStateOf } from './failures.js'

let database: TestDatabase
let owner: DataSource
/** With one connection, so that whatever one transaction leaves behind the next one finds. */
let app: DataSource
let transactions: ClinicTransactions
let people: TestClinic

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await ownerDataSource(database.databaseUrl).initialize()
  people = await createClinic(owner)
  app = await appDataSource(database, 1).initialize()
  transactions = new ClinicTransactions(app)
})
afterAll(async () => {
  await app.destroy()
  await owner.destroy()
  await database.drop()
})

const CLINICS = 'SELECT clinic_id FROM clinic'
const ask = (sql: string, clinics: readonly ClinicId[] = [people.clinic]) =>
  transactions.ask<unknown[]>(clinics, sql, [])
const stateOf = (asked: Promise<unknown>) => asked.then(() => null, sqlStateOf)

describe('what is read in one journey', () => {
  it('[AC7] shows the named clinic, and nothing of it to whoever has the connection next', async () => {
    const [named, unnamed] = await Promise.all([ask(CLINICS), ask(CLINICS, [])])
    expect(named).toEqual([{ clinic_id: people.clinic }])
    expect(unnamed).toEqual([])
    expect(await app.query(CLINICS)).toEqual([])
    expect(await app.query(`SELECT current_setting('transaction_read_only') AS so`)).toEqual([{ so: 'off' }])
  })

  it('is planned once a connection and never for each asker, whatever else the connection is for', async () => {
    const sql = 'SELECT clinic_id, name FROM clinic WHERE clinic_id = $1'
    for (let time = 0; time < 3; time++) await transactions.ask([people.clinic], sql, [people.clinic])
    const plans = `SELECT generic_plans::integer AS once, custom_plans::integer AS each FROM pg_prepared_statements WHERE statement = $1`
    expect(await app.query(plans, [sql])).toEqual([{ once: 3, each: 0 }])
    expect(await app.query(`SELECT current_setting('plan_cache_mode') AS mode`)).toEqual([{ mode: 'auto' }])
  })

  it('fails alone where it is wrong, whatever is asked beside it, and again with the same words', async () => {
    for (let time = 0; time < 2; time++) {
      const wrong = ['SELECT 1 / 0', 'SELECT nothing FROM nowhere']
      const states = Promise.all(wrong.map((sql) => stateOf(ask(sql))))
      const [before, after] = [ask(CLINICS), ask('SELECT 2 AS two')]
      expect(await states).toEqual(['22012', '42P01'])
      expect([await before, await after]).toEqual([[{ clinic_id: people.clinic }], [{ two: 2 }]])
    }
  })

  it('writes nothing: PostgreSQL refuses it', async () => {
    const write = `INSERT INTO plan_seen (log_id, person_id, clinic_id, up_to_ms, list_up_to_ms)
      VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 0, 0)`
    expect(await stateOf(ask(write))).toBe('25006')
    expect(await ask(CLINICS)).toHaveLength(1)
  })

  it('fails when its connection breaks, and the next one has another', async () => {
    expect(await stateOf(ask('SELECT pg_terminate_backend(pg_backend_pid())'))).toBe('57P01')
    expect(await ask(CLINICS)).toHaveLength(1)
  })
})
