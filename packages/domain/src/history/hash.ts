import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import type { EntryContent, EntryHeader } from './entry.js'
import { concat, field, u32, u64, utf8, uuidBytes } from './bytes.js'
import type { LogId } from '../ids.js'

/** SHA-256 of some bytes; the server gives its native one, browsers use the portable one. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const ENTRY_TAG = utf8('accord/entry/1')
const DIGEST_TAG = utf8('accord/digest/1')
const GENESIS_TAG = utf8('accord/genesis/1')
const CONTENT_TAG = utf8('accord/content/1')

/** The "previous hash" of a log's first entry: it names the log, so a log cannot be passed off as another. (HI4) */
export function genesisHash(log: LogId, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concat([GENESIS_TAG, uuidBytes(log)]))
}

/** One salted digest over payload and record; the salt keeps short words from being guessed. (HI3) */
export function contentDigest(content: EntryContent, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concat([DIGEST_TAG, field(content.salt), field(content.payload), field(content.record)]))
}

/** The hash of an entry over every stored column. (HI3) */
export function entryHash(header: EntryHeader, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(
    concat([
      ENTRY_TAG,
      field(uuidBytes(header.clinic)),
      field(uuidBytes(header.log)),
      field(u64(header.seq)),
      field(header.prevHash),
      field(u32(header.epoch)),
      field(utf8(header.kind)),
      field(header.clientId && uuidBytes(header.clientId)),
      field(header.op === null ? null : u64(header.op)),
      field(header.connection && uuidBytes(header.connection)),
      field(uuidBytes(header.author)),
      field(utf8(header.relation)),
      field(header.session && uuidBytes(header.session)),
      field(u64(header.at)),
      field(u32(header.keyVersion)),
      field(header.digest),
    ]),
  )
}

/** Bytes that are encrypted as an entry's content: salt, payload and record, each after its length. (HI5) */
export function contentBytes(content: EntryContent): Uint8Array {
  return concat([field(content.salt), field(content.payload), field(content.record)])
}

/** Associated data of an entry's encryption: a content cannot be moved to another place. (HI5) */
export function contentAssociatedData(log: LogId, seq: number, keyVersion: number): Uint8Array {
  return concat([CONTENT_TAG, field(uuidBytes(log)), field(u64(seq)), field(u32(keyVersion))])
}
