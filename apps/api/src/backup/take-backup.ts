import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { MIGRATION_NAMES } from '../database/data-source.js'
import { openLoneClient } from '../database/lone-client.js'
import { syncDirectory } from '../history/wrapping-key.js'
import { BackupFailure } from './backup-failure.js'
import {
  bytesOf,
  filesAfter,
  filesBefore,
  type BackedUpFile,
  type CopiedBytes,
  type Place,
} from './backup-files.js'
import {
  forcedTables,
  namesOf,
  seesEveryRow,
  setForced,
  tablesInOrder,
  type BackupTable,
} from './backup-tables.js'
import { frame, jsonFrame, type BackupManifest } from './frames.js'
import { sealed } from './sealed-file.js'

/** What there is to copy, and where to. */
export interface BackupOf extends Place {
  readonly databaseUrl: string
  readonly to: string
  readonly key: Buffer
  /** In ms. */
  readonly now: number
}

export interface BackupTaken {
  readonly tables: number
  readonly bytes: number
}

/**
 * Copies the database as it is at one moment, while people go on typing, with the keys and checkpoints that belong to
 * it, into one encrypted file that appears when it is whole. (BR1, BR2)
 */
export async function takeBackup(wanted: BackupOf): Promise<BackupTaken> {
  if (existsSync(wanted.to)) throw new BackupFailure('backup.exists', { file: wanted.to })
  await mkdir(path.dirname(wanted.to), { recursive: true, mode: 0o700 })
  const how = { connectionString: wanted.databaseUrl, application_name: 'accord-backup' }
  const client = await openLoneClient(how)
  try {
    // Rows that a policy hides are an error then, and never left out in silence.
    await client.query('SET row_security = off')
    return await withEveryRow(client, () => copied(client, wanted))
  } finally {
    await client.end()
  }
}

/** An owner who is no superuser is shown every row for as long as the copy takes. (BR2) */
async function withEveryRow<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const forced = (await seesEveryRow(client)) ? [] : await forcedTables(client)
  await setForced(client, forced, false)
  try {
    return await work()
  } finally {
    await setForced(client, forced, true)
  }
}

async function copied(client: Client, wanted: BackupOf): Promise<BackupTaken> {
  const before = filesBefore(wanted)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const migrations = await migrationsOf(client)
    const tables = await tablesInOrder(client)
    const manifest: BackupManifest = { format: 1, madeAt: wanted.now, migrations: [...migrations] }
    const bytes = await writeWhole(wanted, plainOf(client, { manifest, tables, before, place: wanted }))
    return { tables: tables.length, bytes }
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Those of this Accord, all of them: another's database is for that one to copy. */
async function migrationsOf(client: Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  )
  if (!found[0]?.there) throw new BackupFailure('backup.not-migrated')
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, id')
  const names = rows.map(({ name }) => name)
  if (!MIGRATION_NAMES.every((name) => names.includes(name))) throw new BackupFailure('backup.not-migrated')
  return names
}

interface Content {
  readonly manifest: BackupManifest
  readonly tables: readonly BackupTable[]
  readonly before: readonly BackedUpFile[]
  readonly place: Place
}

async function* plainOf(
  client: Client,
  { manifest, tables, before, place }: Content,
): AsyncGenerator<Buffer> {
  yield jsonFrame('manifest', manifest)
  for (const file of before) yield* fileFrames(file)
  for (const table of tables) {
    yield jsonFrame('table', table)
    const rows = client.query(copyTo(`COPY ${namesOf(table)} TO STDOUT`)) as AsyncIterable<Buffer>
    for await (const bytes of rows) yield frame('bytes', bytes)
    yield frame('end')
  }
  for (const file of filesAfter(place)) yield* fileFrames(file)
  yield frame('close')
}

async function* fileFrames(file: BackedUpFile | CopiedBytes): AsyncGenerator<Buffer> {
  yield jsonFrame('file', { file: file.name })
  for await (const bytes of bytesOf(file)) yield frame('bytes', bytes)
  yield frame('end')
}

/** Nothing stands under the name that was asked for before all of it is on the disk. */
async function writeWhole({ to, key }: BackupOf, plain: AsyncIterable<Buffer>): Promise<number> {
  const part = `${to}.${randomBytes(4).toString('hex')}.part`
  try {
    const handle = await open(part, 'wx', 0o600)
    const file = handle.createWriteStream({ flush: true })
    const seal = (zipped: AsyncIterable<Buffer>) => sealed(zipped, key)
    await pipeline(Readable.from(plain), createGzip(), seal, file)
    await link(part, to)
    syncDirectory(path.dirname(to))
    return (await stat(to)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new BackupFailure('backup.exists', { file: to })
    throw error
  } finally {
    await rm(part, { force: true })
  }
}
