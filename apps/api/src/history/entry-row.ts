import type { EntryHeader } from '@accord/domain/history/entry'
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

/** The arguments of `commit_entries`, column by column. */
export function entryColumns(entries: readonly StoredEntry[]): readonly unknown[][] {
  return [
    entries.map((entry) => entry.clinic),
    entries.map((entry) => entry.log),
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.prevHash),
    entries.map((entry) => entry.hash),
    entries.map((entry) => entry.epoch),
    entries.map((entry) => entry.kind),
    entries.map((entry) => entry.clientId),
    entries.map((entry) => entry.op),
    entries.map((entry) => entry.connection),
    entries.map((entry) => entry.author),
    entries.map((entry) => entry.relation),
    entries.map((entry) => entry.session),
    entries.map((entry) => entry.at),
    entries.map((entry) => entry.keyVersion),
    entries.map((entry) => entry.digest),
    entries.map((entry) => entry.content),
  ]
}
