import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClinicId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { ClinicTransactions } from './clinic-transactions.js'
import { appDataSource, ownerDataSource } from './data-source.js'

let database: TestDatabase
let owner: DataSource
let app: DataSource
const CLINIC = '018f0000-0000-7000-8000-0000000000c1' as ClinicId

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await ownerDataSource(database.databaseUrl).initialize()
  app = await appDataSource(database, 1).initialize()
  await owner.query(`INSERT INTO clinic (clinic_id, name) VALUES ($1, 'One'), (uuidv7(), 'Other')`, [CLINIC])
})

afterAll(async () => {
  await owner.destroy()
  await app.destroy()
  await database.drop()
})

/** Tables that belong to the migrations themselves and hold nothing of anybody. */
const OF_NOBODY = ['migrations']

/** What a practitioner has to themselves: the application asks functions of another role. (PN3, RF2) */
const PRIVATE = ['process_note', 'process_note_book', 'reflection', 'reflection_book']

async function tables(): Promise<{ name: string; secured: boolean; forced: boolean }[]> {
  return owner.query(`SELECT relname AS name, relrowsecurity AS secured, relforcerowsecurity AS forced
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`)
}

describe('the catalogue', () => {
  it('[AC7] forces row-level security on every table', async () => {
    const found = (await tables()).filter(({ name }) => !OF_NOBODY.includes(name))
    expect(found.length).toBeGreaterThanOrEqual(13)
    expect(found.filter(({ secured, forced }) => !secured || !forced)).toEqual([])
  })

  it('[AC7] gives every table a policy that asks for the clinic', async () => {
    const rows: { name: string }[] = await owner.query(
      `SELECT relname AS name FROM pg_class c
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1)
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)`,
      [OF_NOBODY],
    )
    expect(rows).toEqual([])
  })

  it('[AC7] leaves the application a role that owns nothing and bypasses nothing', async () => {
    const roles: unknown[] =
      await owner.query(`SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
      (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS tables,
      (SELECT count(*)::int FROM pg_proc WHERE proowner = r.oid) AS functions,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
      FROM pg_roles r WHERE rolname = 'accord_app'`)
    expect(roles[0]).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      tables: 0,
      functions: 0,
      memberships: 0,
    })
  })

  it('[AC7] lets the application neither change, remove nor truncate what it stored', async () => {
    const rows: { name: string; privilege: string }[] =
      await owner.query(`SELECT c.relname AS name, a.privilege_type AS privilege
      FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = 'public'::regnamespace
      AND a.grantee = 'accord_app'::regrole AND a.privilege_type NOT IN ('SELECT', 'INSERT')`)
    expect(rows).toEqual([])
  })

  it('[PN3] [RF2] gives the application no grant on what a practitioner has to themselves, and on all else one', async () => {
    const rows: { name: string }[] = await owner.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname <> ALL ($1) AND NOT has_any_column_privilege('accord_app', oid, 'SELECT, INSERT, UPDATE') ORDER BY 1`,
      [OF_NOBODY],
    )
    expect(rows.map(({ name }) => name)).toEqual(PRIVATE)
  })

  it('[AC7] shows the application no row while no clinic is set', async () => {
    for (const { name } of await tables()) {
      if (OF_NOBODY.includes(name) || PRIVATE.includes(name)) continue
      expect(await app.query(`SELECT count(*)::int AS count FROM ${name}`)).toEqual([{ count: 0 }])
    }
  })

  it('[AC7] shows a transaction its own clinic, and the next on the same connection nothing', async () => {
    const own = await new ClinicTransactions(app).run([CLINIC], (manager) =>
      manager.query<{ name: string }[]>('SELECT name FROM clinic'),
    )
    expect(own).toEqual([{ name: 'One' }])
    // The setting is '' now, and no longer absent: both mean no clinic.
    expect(await app.query('SELECT name FROM clinic')).toEqual([])
  })
})
