import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { DatabaseSettings } from '../../src/database/data-source.js'
import { migrate } from '../../src/database/migrate.js'

/** A database and a data directory of a test file's own. */
export interface TestDatabase extends DatabaseSettings {
  drop(): Promise<void>
}

/** The application's role is the cluster's, so its password has to be the same in all test files. */
const WRAPPING_KEY = Buffer.alloc(32, 7)
const MIGRATIONS = path.join(import.meta.dirname, '..', '..', 'src', 'database', 'migrations')
/** Any number that is no other's. */
const TEMPLATE_LOCK = 4_107_399

/** A database with every table, copied from one that was migrated once for all test files: that takes a second. */
export async function createTestDatabase(server = testServer()): Promise<TestDatabase> {
  const database = await withKey(createBlankDatabase(server, await migratedTemplate(server)))
  await migrate(database)
  return database
}

/** A database without a table, whose data directory has the key that the role's password comes from. */
export async function emptyDatabase(server = testServer()): Promise<TestDatabase> {
  return withKey(createBlankDatabase(server))
}

async function withKey(created: Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await created
  const { dataDir } = database
  mkdirSync(path.join(dataDir, 'keys'))
  writeFileSync(path.join(dataDir, 'keys', 'wrapping.key'), WRAPPING_KEY, { mode: 0o600 })
  return database
}

/** A database without a table, or as another one is, and an empty data directory. */
export async function createBlankDatabase(server = testServer(), like = 'template1'): Promise<TestDatabase> {
  const name = `accord_test_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${like}`))
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-test-'))
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    databaseUrl: url.href,
    dataDir,
    drop: async () => {
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** Address of a superuser of a throw-away PostgreSQL; `npm test` starts one. */
function testServer(): string {
  const address = process.env.ACCORD_TEST_DATABASE_URL
  if (!address) throw new Error('ACCORD_TEST_DATABASE_URL is not set: start the tests with `npm test`')
  return address
}

/** The name of a database with every table that nobody is connected to; of all test files at once, one makes it. */
async function migratedTemplate(server: string): Promise<string> {
  const name = `accord_migrated_${fingerprint()}`
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 1) return
    const database = await emptyDatabase(server)
    await migrate(database)
    rmSync(database.dataDir, { recursive: true })
    const made = new URL(database.databaseUrl).pathname.slice(1)
    await client.query(`ALTER DATABASE ${made} RENAME TO ${name}`)
  })
  return name
}

/** Of all migrations: a server that outlives a run keeps no template of older ones. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(path.join(MIGRATIONS, file)))
  return hash.digest('hex').slice(0, 12)
}

async function onServer(address: string, what: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await what(client)
  } finally {
    await client.end()
  }
}
