import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toHex } from '@accord/domain/history/bytes'
import type { Head } from '@accord/domain/history/checkpoint'
import type { LogId } from '@accord/domain/ids'
import pg, { type Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tombstone } from '../history/tombstones.js'
import { namesOf, setForced, type BackupTable } from './backup-tables.js'

/** Tables that rows are put back into, with what keeps everybody else from changing them out of the way. (BR5) */
export class OpenedTables {
  private constructor(
    private readonly client: Client,
    private readonly forced: readonly string[],
    private readonly all: readonly string[],
  ) {}

  /** Within a transaction, so that whatever happens nobody ever finds them open. */
  static async open(client: Client): Promise<OpenedTables> {
    const { rows } = await client.query<{ name: string; forced: boolean }>(
      `SELECT relname AS name, relforcerowsecurity AS forced FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY 1`,
    )
    const forced = rows.filter((row) => row.forced).map(({ name }) => name)
    const opened = new OpenedTables(
      client,
      forced,
      rows.map(({ name }) => name),
    )
    await setForced(client, forced, false)
    await opened.setTriggers('DISABLE')
    return opened
  }

  async fill(table: BackupTable, rows: AsyncIterable<Buffer>): Promise<void> {
    if (!this.all.includes(table.table))
      throw new RangeError('a backup has a table that its migrations do not make')
    await pipeline(Readable.from(rows), this.client.query(copyFrom(`COPY ${namesOf(table)} FROM STDIN`)))
  }

  async close(): Promise<void> {
    await this.setTriggers('ENABLE')
    await setForced(this.client, this.forced, true)
  }

  private async setTriggers(what: 'ENABLE' | 'DISABLE'): Promise<void> {
    for (const name of this.all) {
      await this.client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ${what} TRIGGER USER`)
    }
  }
}

/** Whether a database has nothing in it at all. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' LIMIT 1`,
  )
  return rows.length === 0
}

/** Takes away what erased logs held: a copy made before the erasure has it still. (BR8) */
export async function forgetErased(client: Client, erased: readonly Tombstone[]): Promise<void> {
  const gone = [erased.map(({ log }) => log), erased.map(({ version }) => version)]
  const theirs = `FROM unnest($1::uuid[], $2::int[]) AS t (log_id, version)
    WHERE x.log_id = t.log_id AND x.key_version <= t.version`
  await client.query(`UPDATE entry x SET content = NULL ${theirs}`, gone)
  await client.query(`DELETE FROM plan_checkpoint x USING ${theirs.slice('FROM '.length)}`, gone)
}

/**
 * The same of whole cases and people: what is not a log's goes as well, as if it had been erased here. The next start says
 * so in the logs. The migrations have to be all there. (ER7)
 * @param now in ms
 */
export async function forgetErasedCases(
  client: Client,
  erased: readonly Tombstone[],
  now: number,
): Promise<void> {
  const about = [erased.map(({ log }) => log), new Date(now)]
  await client.query('BEGIN')
  try {
    await client.query('SET LOCAL ROLE accord_eraser')
    await client.query('SELECT forget_buried($1, $2), forget_buried_people($1, $2)', about)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Doors that stood open then are shut: a link that was used since must not open a second time. (BR7) */
export async function endLinks(client: Client): Promise<void> {
  await client.query('UPDATE welcome_link SET ended_at = now() WHERE ended_at IS NULL')
  await client.query('UPDATE set_up_link SET ended_at = now() WHERE ended_at IS NULL')
}

/**
 * Begins an epoch that no log was ever in, so that whoever was offline merges nothing into another past. (BR9)
 * @param known the highest epoch that anybody knows of
 */
export async function raiseEpoch(
  client: Client,
  { known, backup, now }: { readonly known: number; readonly backup: number; readonly now: number },
): Promise<void> {
  const { rows } = await client.query<{ epoch: number }>(
    `SELECT greatest($1::int, (SELECT max(epoch) FROM log_head), (SELECT max(epoch) FROM restoration), 1) + 1 AS epoch`,
    [known],
  )
  const epoch = rows[0]?.epoch
  await client.query('UPDATE log_head SET epoch = $1', [epoch])
  await client.query(
    `INSERT INTO restoration (clinic_id, epoch, backup_at, restored_at)
     SELECT clinic_id, $1, to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000) FROM clinic`,
    [epoch, backup, now],
  )
}

/** Where every log ends, by the logs' ids. */
export async function headsOf(client: Client): Promise<readonly Head[]> {
  const { rows } = await client.query<{ log_id: LogId; seq: string; hash: Buffer; epoch: number }>(
    'SELECT log_id, seq, hash, epoch FROM log_head ORDER BY log_id',
  )
  return rows.map(({ log_id: log, seq, hash, epoch }) => ({
    log,
    seq: Number(seq),
    hash: toHex(hash),
    epoch,
  }))
}

/** Those of the heads that the database has no longer: cut off, or another past. (BR10) */
export async function missingOf(client: Client, known: readonly Head[]): Promise<readonly Head[]> {
  const { rows } = await client.query<{ log_id: LogId }>(
    `SELECT k.log_id FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS k (log_id, seq, hash)
     LEFT JOIN log_head h ON h.log_id = k.log_id
     LEFT JOIN entry e ON e.log_id = k.log_id AND e.seq = k.seq
     WHERE h.log_id IS NULL OR (k.seq > 0 AND e.hash IS DISTINCT FROM decode(k.hash, 'hex'))`,
    [known.map(({ log }) => log), known.map(({ seq }) => seq), known.map(({ hash }) => hash)],
  )
  const gone = new Set(rows.map((row) => row.log_id))
  return known.filter(({ log }) => gone.has(log))
}
