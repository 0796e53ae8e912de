import type { ClinicId, LogId } from '@accord/domain/ids'
import type { QueryRunner } from 'typeorm'
import { ownerDataSource, type DatabaseSettings } from '../database/data-source.js'
import type { LogHead } from './entry.repository.js'
import type { LogAudience } from './fold-checked.js'
import { ENTRY_COLUMNS, storedEntry, type EntryRow } from './entry-row.js'
import { KeyMissing, KeyStore, type LogKey } from './key-store.js'
import type { StoredEntry } from './sealing.js'
import { verifyLog, type LogToVerify, type VerifiedLog } from './verify-log.js'

interface LogRow {
  readonly log_id: LogId
  readonly clinic_id: ClinicId
  readonly audience: LogAudience | null
  readonly seq: string | null
  readonly hash: Buffer
  readonly at_ms: string
  readonly epoch: number
}

const PAGE = 2_000

/**
 * Checks every log of a database, as a role that sees all logs and can change nothing. (HI6)
 * @param told hears of each log when it was checked
 * @param watch sees each entry as it is stored, before it is checked
 */
export async function verifyDatabase(
  settings: DatabaseSettings,
  told: (result: VerifiedLog) => void,
  watch: (entry: StoredEntry) => void = () => undefined,
): Promise<void> {
  const owner = await ownerDataSource(settings.databaseUrl).initialize()
  const runner = owner.createQueryRunner()
  try {
    await runner.query('SET ROLE accord_verifier')
    const keys = new KeyStore(settings.dataDir)
    const restored = await restorations(runner)
    for (const row of await logs(runner)) {
      told(
        await verifyLog({
          ...logToVerify(runner, keys, row, watch),
          restored: restored.get(row.clinic_id) ?? NONE,
        }),
      )
    }
  } finally {
    await runner.query('RESET ROLE')
    await runner.release()
    await owner.destroy()
  }
}

/** Entries without a log and logs without a head are found as well. */
async function logs(runner: QueryRunner): Promise<readonly LogRow[]> {
  return runner.manager.query<
    LogRow[]
  >(`SELECT ids.log_id, l.clinic_id, l.audience, h.seq, h.hash, h.at_ms, h.epoch
    FROM (SELECT log_id FROM log UNION SELECT log_id FROM log_head UNION SELECT DISTINCT log_id FROM entry) ids
    LEFT JOIN log l USING (log_id) LEFT JOIN log_head h USING (log_id) ORDER BY ids.log_id`)
}

const NONE: ReadonlySet<number> = new Set()

/** The epochs that restorations began, by clinic. (BR9) */
async function restorations(runner: QueryRunner): Promise<ReadonlyMap<ClinicId, ReadonlySet<number>>> {
  const rows = await runner.manager.query<{ clinic_id: ClinicId; epoch: number }[]>(
    'SELECT clinic_id, epoch FROM restoration',
  )
  const all = new Map<ClinicId, Set<number>>()
  for (const { clinic_id: clinic, epoch } of rows) {
    all.set(clinic, (all.get(clinic) ?? new Set()).add(epoch))
  }
  return all
}

function logToVerify(
  runner: QueryRunner,
  keys: KeyStore,
  row: LogRow,
  watch: (entry: StoredEntry) => void,
): LogToVerify {
  const { log_id: log, clinic_id: clinic, audience } = row
  const entriesAfter = async (seq: number) => {
    const rows = await runner.manager.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM entry WHERE log_id = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
      [log, seq],
    )
    const entries = rows.map(storedEntry)
    entries.forEach(watch)
    return entries
  }
  const destroyed = keys.destroyedVersion(log)
  return { log, clinic, audience, head: headOf(row), key: keyOf(keys, log), destroyed, entriesAfter }
}

function headOf({ seq, hash, at_ms: at, epoch }: LogRow): LogHead | null {
  return seq === null ? null : { seq: Number(seq), hash, at: Number(at), epoch }
}

function keyOf(keys: KeyStore, log: LogId): LogKey | null {
  try {
    return keys.open(log)
  } catch (error) {
    if (error instanceof KeyMissing) return null
    throw error
  }
}
