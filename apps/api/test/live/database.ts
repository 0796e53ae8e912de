import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

export async function createTestDatabase(server = testServer()): Promise<TestDatabase> {
  const database = await emptyDatabase(server)
  await migrate(database)
  return database
}

/** A database without a table, whose data directory has the key that the role's password comes from. */
export async function emptyDatabase(server = testServer()): Promise<TestDatabase> {
  const database = await createBlankDatabase(server)
  const { dataDir } = database
  mkdirSync(path.join(dataDir, 'keys'))
  writeFileSync(path.join(dataDir, 'keys', 'wrapping.key'), WRAPPING_KEY, { mode: 0o600 })
  return database
}

/** A database without a table, and an empty data directory. */
export async function createBlankDatabase(server = testServer()): Promise<TestDatabase> {
  const name = `accord_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-test-'))
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    databaseUrl: url.href,
    dataDir,
    drop: async () => {
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
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

async function onServer(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
