import type { EntryHeader } from '@accord/domain/history/entry'
import { binaryArray, type Element, type ElementType } from './binary-array.js'
import type { StoredEntry } from './sealing.js'

/** A row of the table `entry` as the driver gives it: bigints are text. */
export interface EntryRow {
  readonly clinic_id: EntryHeader['clinic']
  readonly log_id: EntryHeader['log']
  readonly seq: string
  readonly prev_hash: Buffer
  readonly hash: Buffer
  readonly epoch: number
  readonly kind: EntryHeader['kind']
  readonly client_id: EntryHeader['clientId']
  readonly op: string | null
  readonly connection_id: EntryHeader['connection']
  readonly author_id: EntryHeader['author']
  readonly relation: EntryHeader['relation']
  readonly session_id: EntryHeader['session']
  readonly at_ms: string
  readonly key_version: number
  readonly digest: Buffer
  readonly content: Buffer | null
}

export const ENTRY_COLUMNS = `clinic_id, log_id, seq, prev_hash, hash, epoch, kind, client_id, op, connection_id,
  author_id, relation, session_id, at_ms, key_version, digest, content`

export function storedEntry(row: EntryRow): StoredEntry {
  return {
    clinic: row.clinic_id,
    log: row.log_id,
    seq: Number(row.seq),
    prevHash: row.prev_hash,
    hash: row.hash,
    epoch: row.epoch,
    kind: row.kind,
    clientId: row.client_id,
    op: row.op === null ? null : Number(row.op),
    connection: row.connection_id,
    author: row.author_id,
    relation: row.relation,
    session: row.session_id,
    at: Number(row.at_ms),
    keyVersion: row.key_version,
    digest: row.digest,
    content: row.content,
  }
}

/** The arguments of `append_entries`, column by column, in order. */
const COLUMNS: readonly (readonly [ElementType, (entry: StoredEntry) => Element])[] = [
  ['uuid', (entry) => entry.clinic],
  ['uuid', (entry) => entry.log],
  ['bigint', (entry) => entry.seq],
  ['bytea', (entry) => entry.prevHash],
  ['bytea', (entry) => entry.hash],
  ['integer', (entry) => entry.epoch],
  ['text', (entry) => entry.kind],
  ['uuid', (entry) => entry.clientId],
  ['bigint', (entry) => entry.op],
  ['uuid', (entry) => entry.connection],
  ['uuid', (entry) => entry.author],
  ['text', (entry) => entry.relation],
  ['uuid', (entry) => entry.session],
  ['bigint', (entry) => entry.at],
  ['integer', (entry) => entry.keyVersion],
  ['bytea', (entry) => entry.digest],
  ['bytea', (entry) => entry.content],
]

/** The types of the arguments, as SQL names them. */
export const COLUMN_TYPES: readonly ElementType[] = COLUMNS.map(([type]) => type)

/** A batch of entries as arguments. */
export function entryColumns(entries: readonly StoredEntry[]): readonly Buffer[] {
  return COLUMNS.map(([type, of]) => binaryArray(type, entries.map(of)))
}
