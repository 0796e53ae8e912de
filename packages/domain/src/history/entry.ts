import type { Relation } from '../case/relation.js'
import type { ClientId, ClinicId, ConnectionId, LogId, PersonId, SessionId } from '../ids.js'
import type { ReviewKind } from '../review/act.js'
import type { EntryKind, EntryRecord, Payload } from './payload.js'

/** The columns of an entry that the chain covers; readable without any key. Times in ms. (HI1) */
export interface EntryHeader {
  readonly clinic: ClinicId
  readonly log: LogId
  readonly seq: number
  readonly prevHash: Uint8Array
  readonly epoch: number
  readonly kind: EntryKind | ReviewKind
  readonly clientId: ClientId | null
  readonly op: number | null
  readonly connection: ConnectionId | null
  readonly author: PersonId
  readonly relation: Relation
  readonly session: SessionId | null
  readonly at: number
  readonly keyVersion: number
  readonly digest: Uint8Array
}

/** The encrypted half of an entry, opened. */
export interface EntryContent {
  readonly salt: Uint8Array
  readonly payload: Uint8Array
  readonly record: Uint8Array
}

/** An entry as the fold and the apps know it: opened and read. Hash in hexadecimal. */
export interface HistoryEntry {
  readonly seq: number
  readonly epoch: number
  readonly hash: string
  readonly at: number
  readonly author: PersonId
  readonly relation: Relation
  readonly clientId: ClientId | null
  readonly op: number | null
  readonly session: SessionId | null
  readonly payload: Payload
  readonly record: EntryRecord
}
