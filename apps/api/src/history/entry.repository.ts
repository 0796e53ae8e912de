import { Injectable } from '@nestjs/common'
import type { LogSubject } from '@accord/domain/access/log-subject'
import type { Actor } from '@accord/domain/access/subject'
import type { ClientId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { LaneConnection } from '../database/lane-connection.js'
import { RowsOfEach, rowsOfIds } from '../database/rows-of-each.js'
import { COLUMN_TYPES, ENTRY_COLUMNS, entryColumns, storedEntry, type EntryRow } from './entry-row.js'
import type { StoredEntry } from './sealing.js'

/** A log within its clinic. */
export interface LogPlace {
  readonly clinic: ClinicId
  readonly log: LogId
  /** In whose name it is read: its one writer's, or for a review that of somebody of the case; absent for a log that is shared. (DR1, RV10) */
  readonly writer?: PersonId
  /** For whom a confidential log is read; absent for any other. (CF3) */
  readonly confidants?: readonly PersonId[]
}

/** Whom a transaction has to name, so that it shows this place. */
export function readersOf({ writer, confidants = [] }: LogPlace): readonly PersonId[] {
  return writer === undefined ? confidants : [writer]
}

/** A log as one person reads it, who was found to have a right to. */
export function placeFor({ clinic, person }: Actor, log: LogId, subject: LogSubject): LogPlace {
  if (subject.kind === 'own-log') return { clinic, log, writer: subject.writer }
  return subject.audience === 'plan' ? { clinic, log } : { clinic, log, confidants: [person] }
}

/** The last entry of a log, as the database has it. */
export interface LogHead {
  readonly seq: number
  readonly hash: Buffer
  readonly at: number
  readonly epoch: number
}

/** The operation stored last for a tab, and whose tab it is. */
export interface LastOperation {
  readonly op: number
  readonly person: PersonId
  readonly seq: number
}

interface HeadRow {
  readonly log_id: LogId
  readonly seq: string
  readonly hash: Buffer
  readonly at_ms: string
  readonly epoch: number
}

/** Entries of a log: those after one, up to another. */
export interface Stretch {
  readonly after: number
  readonly upTo: number
}

/**
 * A log's head, and how PostgreSQL has its rows: a mark that changes when any of them is altered, removed or put back, for
 * no row can be changed without becoming another version of itself.
 */
export interface LogStanding {
  readonly head: LogHead
  /** Of a stretch, and of everything from its beginning to the log's end. */
  readonly stretch: string
  readonly rest: string
}

type StandingRow = HeadRow &
  Pick<LogStanding, 'stretch' | 'rest'> & { readonly after: string; readonly up_to: string }

const STANDINGS = `
SELECT w.after, w.up_to, h.log_id, h.seq, h.hash, h.at_ms, h.epoch,
  format('%s %s', e.stretch_rows, e.stretch_versions) AS stretch, format('%s %s', e.all_rows, e.all_versions) AS rest
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS w (log_id, after, up_to)
JOIN log_head h ON h.log_id = w.log_id
CROSS JOIN LATERAL (SELECT
    count(*) FILTER (WHERE n.seq <= w.up_to) AS stretch_rows, count(*) AS all_rows,
    sum(n.xmin::text::bigint) FILTER (WHERE n.seq <= w.up_to) AS stretch_versions,
    sum(n.xmin::text::bigint) AS all_versions
  FROM entry n WHERE n.log_id = w.log_id AND n.seq > w.after) e`

const HEADS = 'SELECT log_id, seq, hash, at_ms, epoch FROM log_head WHERE log_id = ANY ($1)'

function headOf(row: HeadRow | undefined): LogHead | null {
  return row ? { seq: Number(row.seq), hash: row.hash, at: Number(row.at_ms), epoch: row.epoch } : null
}

/** Whatever asks the database within a transaction. */
export interface Statements {
  query<Rows>(sql: string, values: unknown[]): Promise<Rows>
}

/** Who may write what is asked of every row by the database itself, so no clinic and nobody has to be named. (AC7) */
const APPEND = `SELECT append_entries(${COLUMN_TYPES.map((type, at) => `$${at + 1}::${type}[]`).join(', ')}) AS lost`

function storedOf(entries: readonly StoredEntry[], lost: readonly LogId[]): ReadonlySet<LogId> {
  const stored = new Set(entries.map(({ log }) => log))
  for (const log of lost) stored.delete(log)
  return stored
}

/** The ids of a list as PostgreSQL writes it. */
function idsOf(list: string): readonly LogId[] {
  return list === '{}' ? [] : (list.slice(1, -1).split(',') as LogId[])
}

/** Entries in the database. Nothing here changes or removes one. */
@Injectable()
export class EntryRepository {
  private readonly ofEach: RowsOfEach<string, HeadRow>
  private readonly standings: RowsOfEach<Stretch & { readonly log: LogId }, StandingRow>

  constructor(private readonly transactions: ClinicTransactions) {
    this.ofEach = rowsOfIds(transactions, HEADS, (row) => row.log_id)
    this.standings = new RowsOfEach(transactions, {
      sql: STANDINGS,
      parameters: (all) => [
        all.map(({ log }) => log),
        all.map(({ after }) => after),
        all.map(({ upTo }) => upTo),
      ],
      keyOf: ({ log, after, upTo }) => `${log} ${after} ${upTo}`,
      keyOfRow: (row) => `${row.log_id} ${row.after} ${row.up_to}`,
    })
  }

  async head(place: LogPlace): Promise<LogHead | null> {
    const { clinic, log } = place
    const [row] = await this.ofEach.of(log, { clinic, people: readersOf(place) })
    return headOf(row)
  }

  /** How a log stands, asked in one statement, so that mark and head are of one moment. */
  async standing(place: LogPlace, { after, upTo }: Stretch): Promise<LogStanding | null> {
    const { clinic, log } = place
    const [row] = await this.standings.of({ log, after, upTo }, { clinic, people: readersOf(place) })
    const head = headOf(row)
    return row && head ? { head, stretch: row.stretch, rest: row.rest } : null
  }

  /** The same of many logs at once, in their order. */
  async heads(places: readonly LogPlace[]): Promise<readonly (LogHead | null)[]> {
    const rows = await this.transactions.ask<HeadRow[]>(
      [...new Set(places.map(({ clinic }) => clinic))],
      HEADS,
      [places.map(({ log }) => log)],
      [...new Set(places.flatMap(readersOf))],
    )
    const byLog = new Map(rows.map((row) => [row.log_id, row]))
    return places.map(({ log }) => headOf(byLog.get(log)))
  }

  /** At most `limit` entries after `after`, in order. */
  async page(place: LogPlace, after: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.entries(place, 'seq > $2 ORDER BY seq LIMIT $3', [after, limit])
  }

  async atSeq(place: LogPlace, seq: number): Promise<StoredEntry | null> {
    return (await this.entries(place, 'seq = $2', [seq]))[0] ?? null
  }

  async ofOperation(place: LogPlace, client: ClientId, op: number): Promise<StoredEntry | null> {
    return (await this.entries(place, 'client_id = $2 AND op = $3', [client, op]))[0] ?? null
  }

  async lastOperation(place: LogPlace, client: ClientId): Promise<LastOperation | null> {
    const rows = await this.select<{ op: string; author_id: PersonId; seq: string }>(
      place,
      'SELECT op, author_id, seq FROM entry WHERE log_id = $1 AND client_id = $2 ORDER BY op DESC LIMIT 1',
      [place.log, client],
    )
    const [row] = rows
    return row ? { op: Number(row.op), person: row.author_id, seq: Number(row.seq) } : null
  }

  /**
   * Appends a batch, all of it in one statement.
   * @returns the logs of which the entries were stored; the others have moved on meanwhile
   */
  async commit(entries: readonly StoredEntry[], manager: Statements): Promise<ReadonlySet<LogId>> {
    if (entries.length === 0) return new Set()
    const [row] = await manager.query<{ lost: LogId[] }[]>(APPEND, [...entryColumns(entries)])
    if (!row) throw new Error('a batch was appended without an answer')
    return storedOf(entries, row.lost)
  }

  /** The same on the lane's own connection, as a transaction of its own. */
  async commitAlone(entries: readonly StoredEntry[], lane: LaneConnection): Promise<ReadonlySet<LogId>> {
    const lost = await lane.ask(APPEND, entryColumns(entries))
    if (lost === null) throw new Error('a batch was appended without an answer')
    return storedOf(entries, idsOf(lost))
  }

  private async entries(
    place: LogPlace,
    where: string,
    parameters: readonly unknown[],
  ): Promise<readonly StoredEntry[]> {
    const sql = `SELECT ${ENTRY_COLUMNS} FROM entry WHERE log_id = $1 AND ${where}`
    return (await this.select<EntryRow>(place, sql, [place.log, ...parameters])).map(storedEntry)
  }

  private async select<Row>(place: LogPlace, sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactions.ask<Row[]>([place.clinic], sql, parameters, readersOf(place))
  }
}
