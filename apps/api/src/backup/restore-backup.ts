import type { Head } from '@accord/domain/history/checkpoint'
import type { Client } from 'pg'
import { MIGRATION_NAMES, ownerDataSource } from '../database/data-source.js'
import { openLoneClient } from '../database/lone-client.js'
import { exists, logKeyFile, logKeyFiles } from '../history/key-files.js'
import { KeyStore } from '../history/key-store.js'
import type { Tombstone } from '../history/tombstones.js'
import { unwrapLogKey, wrapLogKey } from '../history/wrapped-key.js'
import { ensureWrappingKey, logKeyDirectory, syncDirectory } from '../history/wrapping-key.js'
import { BackupFailure } from './backup-failure.js'
import { INSIDE, logKeyIn } from './backup-files.js'
import { checkBackup, readBackup, type CheckedBackup } from './read-backup.js'
import { decideFiles, openBook, placed, placeFiles, type RestorePlace } from './restore-files.js'
import {
  endLinks,
  forgetErased,
  forgetErasedCases,
  headsOf,
  isEmptyDatabase,
  missingOf,
  OpenedTables,
  raiseEpoch,
} from './restore-tables.js'

export interface RestorationOf extends RestorePlace {
  readonly databaseUrl: string
  readonly from: string
  readonly key: Buffer
  /** In ms. */
  readonly now: number
}

/** What was restored. Times in ms. */
export interface Restored {
  readonly backup: number
  readonly logs: number
  readonly entries: number
  readonly erased: number
  /** Logs of which a checkpoint saw more than the backup holds. */
  readonly missing: readonly Head[]
}

/**
 * Puts a backup into an empty database: checked whole before anything is written, and then all of it or nothing. (BR5)
 * @throws {BackupFailure} one sentence that a person can act on
 */
export async function restoreBackup(wanted: RestorationOf): Promise<Restored> {
  const checked = await checkBackup(wanted.from, wanted.key)
  const unknown = checked.manifest.migrations.find((name) => !MIGRATION_NAMES.includes(name))
  if (unknown !== undefined) throw new BackupFailure('restore.newer')
  const files = decideFiles(wanted, checked, wanted.from)
  const how = { connectionString: wanted.databaseUrl, application_name: 'accord-restore' }
  const client = await openLoneClient(how)
  try {
    if (!(await isEmptyDatabase(client))) throw new BackupFailure('restore.not-empty')
    await migrateTo(wanted.databaseUrl, checked.manifest.migrations)
    placeFiles(wanted, files)
    const book = openBook(wanted)
    const erased = files.tombstones
    const { heads, missing } = await fill(client, { wanted, checked, erased, known: book.known() })
    // What is newer than the backup comes upon its rows as it would have without it.
    await migrateTo(wanted.databaseUrl)
    await forgetErasedCases(client, erased, wanted.now)
    const backup = checked.manifest.madeAt
    book.writeRestored({ heads, missing, backup }, wanted.now)
    const entries = heads.reduce((sum, { seq }) => sum + seq, 0)
    return {
      backup,
      logs: heads.length,
      entries,
      erased: heads.filter(({ log }) => erased.some((tombstone) => tombstone.log === log)).length,
      missing,
    }
  } finally {
    await client.end()
  }
}

/** @param only all migrations where it is left out */
async function migrateTo(databaseUrl: string, only?: readonly string[]): Promise<void> {
  const owner = await ownerDataSource(databaseUrl, only).initialize()
  try {
    await owner.runMigrations()
  } finally {
    await owner.destroy()
  }
}

interface Filling {
  readonly wanted: RestorationOf
  readonly checked: CheckedBackup
  readonly erased: readonly Tombstone[]
  /** The heads that checkpoints know. */
  readonly known: readonly Head[]
}

async function fill(
  client: Client,
  { wanted, checked, erased, known }: Filling,
): Promise<{ readonly heads: readonly Head[]; readonly missing: readonly Head[] }> {
  await client.query('BEGIN')
  try {
    const tables = await OpenedTables.open(client)
    const wrapping = checked.files.get(INSIDE.wrappingKey) ?? Buffer.alloc(0)
    await readBackup(wanted.from, wanted.key, {
      table: (table, rows) => tables.fill(table, rows),
      file: (name, bytes) => placeLogKey(wanted.dataDir, wrapping, { name, bytes }),
    })
    shredDestroyed(wanted.dataDir, erased)
    syncDirectory(logKeyDirectory(wanted.dataDir, ensureWrappingKey(wanted.dataDir).number))
    await forgetErased(client, erased)
    await endLinks(client)
    const highest = known.reduce((most, { epoch }) => Math.max(most, epoch), 0)
    await raiseEpoch(client, { known: highest, backup: checked.manifest.madeAt, now: wanted.now })
    const [heads, missing] = [await headsOf(client), await missingOf(client, known)]
    await tables.close()
    // The keys are on the disk: a log whose key was not would be lost.
    await client.query('COMMIT')
    return { heads, missing }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Wrapped by the key that is in place, which may have taken over since. One that is there already stays. (KR9) */
async function placeLogKey(
  dataDir: string,
  wrapping: Buffer,
  { name, bytes }: { readonly name: string; readonly bytes: AsyncIterable<Buffer> },
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of bytes) parts.push(part)
  const log = logKeyIn(name)
  if (log === null || parts.length === 0 || exists(logKeyFiles(dataDir, log))) return
  const file = Buffer.concat(parts)
  const { number, key } = ensureWrappingKey(dataDir)
  const opened = unwrapLogKey(log, file, wrapping)
  placed(logKeyFile(dataDir, number, log), opened ? wrapLogKey(log, opened, key) : file)
}

/** A key that was destroyed does not come back. (BR8) */
function shredDestroyed(dataDir: string, erased: readonly Tombstone[]): void {
  const keys = new KeyStore(dataDir)
  for (const { log } of erased) keys.shredDestroyed(log)
}
