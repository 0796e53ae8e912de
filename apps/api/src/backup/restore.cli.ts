import 'reflect-metadata'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig, type Config } from '../config/config.js'
import { verifyDatabase } from '../history/verify-database.js'
import { message } from '../messages/message.js'
import { witnessFromFile } from '../proof/witness-from-file.js'
import { BackupFailure } from './backup-failure.js'
import { checkpointsOf } from './backup-files.js'
import { backupKeyFile, keepBackupKey, readBackupKey } from './backup-key.js'
import { OPTIONS, readOptions, tellFailure } from './command.js'
import { checkBackup } from './read-backup.js'
import { restoreBackup } from './restore-backup.js'

/**
 * What `npm run restore` does once PostgreSQL runs: DATABASE_URL is an empty database, ACCORD_DATA_DIR where keys and
 * checkpoints go. `--beside` is the data directory that is being replaced; `--check` only reads the backup.
 */
interface Wanted {
  readonly from?: string
  readonly key?: string
  readonly beside?: string
  readonly check?: boolean
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const day = (ms: number) => new Date(ms).toISOString()

process.exitCode = await main()

/** 0 when everything is restored and holds, 1 when something of it does not, 2 when nothing was restored. (BR12) */
async function main(): Promise<number> {
  const { file, flag } = OPTIONS
  const options = { from: file, key: file, beside: file, check: flag }
  const wanted: Wanted | null = readOptions(() => parseArgs({ options }).values)
  if (wanted?.from === undefined) {
    process.stderr.write(`${message('restore.usage')}\n`)
    return 2
  }
  // A check asks no database; the address only has to look like one.
  const config = readConfig({
    ...process.env,
    DATABASE_URL: process.env.DATABASE_URL ?? 'postgresql://none/none',
  })
  try {
    return await restore(config, { ...wanted, from: path.resolve(wanted.from) })
  } catch (error) {
    tellFailure(error, config)
    return 2
  }
}

async function restore(config: Config, wanted: Wanted & { readonly from: string }): Promise<number> {
  const { from } = wanted
  if (!existsSync(from)) throw new BackupFailure('restore.no-file', { file: from })
  const beside = wanted.beside === undefined ? null : path.resolve(wanted.beside)
  const key = readBackupKey(
    wanted.key === undefined
      ? backupKeyFile(process.env, beside ?? config.dataDir)
      : path.resolve(wanted.key),
  )
  if (wanted.check) {
    const { manifest } = await checkBackup(from, key)
    say(message('restore.checked', { made: day(manifest.madeAt) }))
    return 0
  }
  const { dataDir, checkpoints, databaseUrl } = config
  const restored = await restoreBackup({
    dataDir,
    checkpoints,
    databaseUrl,
    beside,
    from,
    key,
    now: Date.now(),
  })
  const { logs, entries, erased, backup } = restored
  // The next backup is made with the same key, unless it is kept somewhere else altogether.
  if (!process.env.ACCORD_BACKUP_KEY) keepBackupKey(backupKeyFile({}, dataDir), key)
  say(message('restore.done', { logs, entries, made: day(backup) }))
  if (erased > 0) say(message('restore.erased', { logs: erased }))
  return verified(config)
}

/** Every chain and every content, as they are now, with the checkpoint that was just signed. (BR10) */
async function verified(config: Config): Promise<number> {
  const read = witnessFromFile(config, checkpointsOf(config))
  const witness = read.kind === 'read' ? read.witness : null
  let [logs, broken] = [0, 0]
  await verifyDatabase(
    config,
    ({ log, flaw }) => {
      logs += 1
      const first = flaw ?? witness?.flawOf(log)
      if (!first) return
      broken += 1
      say(message('restore.flaw', { log, seq: first.seq, reason: first.reason }))
    },
    (entry) => witness?.observe(entry),
  )
  const missing = witness?.restorations.at(-1)?.missing ?? []
  for (const { log, from, to } of missing) say(message('restore.missing', { log, from: from - 1, to }))
  if (missing.length === 0) say(message('restore.whole'))
  say(message('restore.verified', { logs, broken }))
  return broken > 0 ? 1 : 0
}
