import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DataSource } from 'typeorm'
import { createClinic, type TestClinic } from '../../test/live/clinic.js'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { appDataSource, ownerDataSource } from './data-source.js'
import { migrate } from './migrate.js'

/** A database that belongs to a role who may make roles and is no superuser, as hosted databases have it. */
let database: TestDatabase
let superuser: DataSource
let app: DataSource
let people: TestClinic
const owner = `owner_${randomBytes(4).toString('hex')}`

beforeAll(async () => {
  database = await createTestDatabase()
  superuser = await ownerDataSource(database.databaseUrl).initialize()
  const password = randomBytes(9).toString('base64url')
  await superuser.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${password}'`)
  const others = ['doorkeeper', 'verifier', 'committer', 'watchman', 'emergency', 'eraser', 'private'].map(
    (name) => `accord_${name}`,
  )
  for (const role of ['accord_app', ...others]) {
    await superuser.query(`GRANT ${role} TO ${owner} WITH ADMIN OPTION, INHERIT FALSE, SET FALSE`)
  }
  await superuser.query(`CREATE DATABASE ${owner} OWNER ${owner}`)
  const url = new URL(database.databaseUrl)
  Object.assign(url, { username: owner, password, pathname: `/${owner}` })
  const settings = { databaseUrl: url.href, dataDir: database.dataDir }
  await migrate(settings)
  app = await appDataSource(settings, 1).initialize()
  url.username = new URL(database.databaseUrl).username
  url.password = new URL(database.databaseUrl).password
  const within = await ownerDataSource(url.href).initialize()
  people = await createClinic(within)
  await within.destroy()
})

afterAll(async () => {
  await app.destroy()
  await superuser.query(`DROP DATABASE ${owner} WITH (FORCE)`)
  await superuser.query(`DROP OWNED BY ${owner}`)
  await superuser.query(`DROP ROLE ${owner}`)
  await superuser.destroy()
  await database.drop()
})

describe('the look-ups at the door', () => {
  it('[AC7] find what sign-in needs also where the owner of the tables is no superuser', async () => {
    expect(await app.query('SELECT name, demo FROM find_clinics()')).toEqual([
      { name: 'A clinic', demo: false },
    ])
    const email = `${people.client}@example.org`
    expect(await app.query('SELECT person_id, roles, is_client FROM find_credentials($1)', [email])).toEqual([
      { person_id: people.client, roles: [], is_client: true },
    ])
  })

  it('[AC7] are all that the application sees while no clinic is set', async () => {
    for (const table of ['clinic', 'person', 'membership', 'sign_in']) {
      expect(await app.query(`SELECT count(*)::int AS count FROM ${table}`)).toEqual([{ count: 0 }])
    }
  })

  it('[AC7] belong to a role that cannot sign in, bypasses nothing and writes nothing', async () => {
    const [role] = await superuser.query<Record<string, unknown>[]>(
      `SELECT rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'accord_doorkeeper'`,
    )
    expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false })
    const granted = await superuser.query<{ privilege: string }[]>(
      `SELECT DISTINCT a.privilege_type AS privilege FROM pg_attribute c, aclexplode(c.attacl) a
       WHERE a.grantee = 'accord_doorkeeper'::regrole
       UNION SELECT a.privilege_type FROM pg_class c, aclexplode(c.relacl) a WHERE a.grantee = 'accord_doorkeeper'::regrole`,
    )
    expect(granted).toEqual([{ privilege: 'SELECT' }])
  })
})
