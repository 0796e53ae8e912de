import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { createClinic } from '../../test/live/clinic.js'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { CHECKPOINTS } from '../config/config.js'
import { ownerDataSource } from '../database/data-source.js'
import { migrate } from '../database/migrate.js'
import { message, type MessageKey } from '../messages/message.js'
import { BackupFailure } from './backup-failure.js'
import { ensureBackupKey, readBackupKey } from './backup-key.js'
import { restoreBackup, type RestorationOf } from './restore-backup.js'
import { takeBackup } from './take-backup.js'

jest.setTimeout(30_000)

const KEY = Buffer.alloc(32, 5)
const CHUNK = 64 * 1024 + 16
const HEADER = 80

let server: TestDatabase
let superuser: DataSource
let folder: string
let file: string
let bytes: Buffer
let owner: string
let password: string
const databases: string[] = []

/** A database of a role that is no superuser, as hosted databases have it. */
async function hosted(): Promise<string> {
  const name = `accord_test_${randomBytes(6).toString('hex')}`
  await superuser.query(`CREATE DATABASE ${name} OWNER ${owner}`)
  databases.push(name)
  const url = new URL(server.databaseUrl)
  Object.assign(url, { username: owner, password, pathname: `/${name}` })
  return url.href
}

/** The same database as its server's superuser sees it. */
async function rowsOf(databaseUrl: string, sql: string): Promise<unknown[]> {
  const url = new URL(server.databaseUrl)
  url.pathname = new URL(databaseUrl).pathname
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  server = await createTestDatabase()
  superuser = await ownerDataSource(server.databaseUrl).initialize()
  owner = `owner_${randomBytes(4).toString('hex')}`
  password = randomBytes(9).toString('base64url')
  await superuser.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${password}'`)
  const others = ['doorkeeper', 'verifier', 'committer', 'watchman', 'emergency', 'eraser', 'private'].map(
    (name) => `accord_${name}`,
  )
  for (const role of ['accord_app', ...others]) {
    await superuser.query(`GRANT ${role} TO ${owner} WITH ADMIN OPTION, INHERIT FALSE, SET FALSE`)
  }
  folder = mkdtempSync(path.join(tmpdir(), 'accord-refusals-'))
  file = path.join(folder, 'whole.backup')
  const databaseUrl = await hosted()
  const { dataDir } = server
  await migrate({ databaseUrl, dataDir })
  const url = new URL(server.databaseUrl)
  url.pathname = new URL(databaseUrl).pathname
  const within = await ownerDataSource(url.href).initialize()
  const { clinic, case: caseId } = await createClinic(within)
  const log = ['018f0000-0000-7000-8000-0000000000d1', clinic]
  await within.query(`INSERT INTO log (log_id, clinic_id, case_id, audience) VALUES ($1, $2, $3, 'plan')`, [
    ...log,
    caseId,
  ])
  await within.query(
    `INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)`,
    [...log, Buffer.alloc(32)],
  )
  // So that the file has several chunks.
  await within.query(`INSERT INTO clinic (clinic_id, name)
    SELECT uuidv7(), sha512(convert_to(n::text, 'UTF8'))::text FROM generate_series(1, 2000) n`)
  await within.destroy()
  await takeBackup({ databaseUrl, dataDir, checkpoints: CHECKPOINTS, to: file, key: KEY, now: Date.now() })
  bytes = readFileSync(file)
}, 60_000)
afterAll(async () => {
  for (const name of databases) await superuser.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await superuser.query(`DROP OWNED BY ${owner}`)
  await superuser.query(`DROP ROLE ${owner}`)
  await superuser.destroy()
  await server.drop()
  rmSync(folder, { recursive: true })
})

let target: Pick<RestorationOf, 'databaseUrl' | 'dataDir'>

async function restore(from: string, wanted: Partial<RestorationOf> = {}) {
  return restoreBackup({
    ...{ ...target, checkpoints: CHECKPOINTS, beside: null, from, key: KEY, now: Date.now() },
    ...wanted,
  })
}

async function refusalOf(work: () => Promise<unknown>): Promise<MessageKey | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof BackupFailure) return error.key
    throw error
  }
}

/** A copy of the backup that somebody or something altered. */
function altered(bytesNow: Buffer): string {
  const copy = path.join(folder, `${randomBytes(4).toString('hex')}.backup`)
  writeFileSync(copy, bytesNow)
  return copy
}

function flipped(at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

describe('a backup that cannot be restored', () => {
  beforeAll(async () => {
    target = { databaseUrl: await hosted(), dataDir: path.join(folder, 'nowhere') }
  })
  afterEach(async () => {
    const tables = await rowsOf(target.databaseUrl, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)
    expect([tables, existsSync(target.dataDir)]).toEqual([[], false])
  })

  it('[BR5] is refused before anything is written when one byte of it is another', async () => {
    expect(bytes.length).toBeGreaterThan(HEADER + 2 * CHUNK)
    const places = [16 + 32, HEADER - 1, HEADER, HEADER + CHUNK - 1, HEADER + CHUNK, bytes.length - 1]
    for (const at of places) {
      expect([at, await refusalOf(() => restore(altered(flipped(at))))]).toEqual([at, 'restore.damaged'])
    }
  })

  it('[BR5] is refused when it was cut, also between two of its chunks, or goes on after its end', async () => {
    for (const length of [17, HEADER, HEADER + 7, HEADER + CHUNK, HEADER + 2 * CHUNK, bytes.length - 1]) {
      const cut = altered(bytes.subarray(0, length))
      expect([length, await refusalOf(() => restore(cut))]).toEqual([length, 'restore.damaged'])
    }
    const longer = altered(Buffer.concat([bytes, Buffer.alloc(1)]))
    expect(await refusalOf(() => restore(longer))).toBe('restore.damaged')
  })

  it('[BR4] is told from one whose key is another, and from what is no backup', async () => {
    expect(await refusalOf(() => restore(file, { key: Buffer.alloc(32, 6) }))).toBe('restore.other-key')
    expect(await refusalOf(() => restore(altered(Buffer.from('a letter'))))).toBe('restore.not-a-backup')
    expect(message('restore.other-key', { file: 'F' })).not.toContain('{')
  })

  it('[BR4] needs its key, which is made once, in a file that nobody else can read', async () => {
    const keyFile = path.join(folder, 'secrets', 'backup.key')
    expect(await refusalOf(async () => Promise.resolve(readBackupKey(keyFile)))).toBe('restore.no-key')
    const made = ensureBackupKey(keyFile)
    expect([made.isNew, ensureBackupKey(keyFile)]).toEqual([true, { key: made.key, isNew: false }])
    expect(readBackupKey(keyFile)).toEqual(made.key)
  })

  it('[BR2] never replaces a backup that is there', async () => {
    const { databaseUrl, dataDir } = server
    const again = { databaseUrl, dataDir, checkpoints: CHECKPOINTS, to: file, key: KEY, now: Date.now() }
    expect(await refusalOf(() => takeBackup(again))).toBe('backup.exists')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})

describe('a backup that can', () => {
  it('[BR2] [BR5] brings back every row where the owner is no superuser, and leaves every wall standing', async () => {
    const [databaseUrl, dataDir] = [await hosted(), path.join(folder, 'first')]
    target = { databaseUrl, dataDir }
    await restore(file)
    expect(await rowsOf(databaseUrl, 'SELECT count(*)::int AS n FROM clinic')).toEqual([{ n: 2001 }])
    const walls = `SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relname <> 'migrations' AND (NOT relforcerowsecurity OR EXISTS (
        SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'O'))`
    expect(await rowsOf(databaseUrl, walls)).toEqual([])
    expect(readdirSync(path.join(dataDir, 'keys'))).toEqual(expect.arrayContaining(['wrapping.key']))
  })

  it('[BR5] goes into an empty database only', async () => {
    expect(await refusalOf(() => restore(file))).toBe('restore.not-empty')
  })

  it('[BR9] [BR10] begins another epoch each time, and signs each restoration', async () => {
    const first = path.join(folder, 'first')
    target = { databaseUrl: await hosted(), dataDir: path.join(folder, 'second') }
    await restore(file, { beside: first })
    const epochs = await rowsOf(target.databaseUrl, 'SELECT DISTINCT epoch FROM restoration')
    const lines = (dataDir: string) => readFileSync(path.join(dataDir, 'proof/checkpoints.jsonl'), 'utf8')
    expect([epochs, lines(target.dataDir).startsWith(lines(first))]).toEqual([[{ epoch: 3 }], true])
    expect(lines(target.dataDir).match(/accord\/restored\/1/g)).toHaveLength(2)
  })
})
