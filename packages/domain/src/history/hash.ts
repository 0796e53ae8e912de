import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import type { EntryContent, EntryHeader } from './entry.js'
import { concat, utf8, uuidBytes } from './bytes.js'
import type { LogId } from '../ids.js'
import {
  pageFor,
  putBytes,
  putField,
  putNumberField,
  putTextField,
  putUuidField,
  putWordsField,
  written,
} from './page.js'

/** SHA-256 of some bytes; the server gives its native one, browsers use the portable one. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const ENTRY_TAG = utf8('accord/entry/1')
const DIGEST_TAG = utf8('accord/digest/1')
const GENESIS_TAG = utf8('accord/genesis/1')
const CONTENT_TAG = utf8('accord/content/1')

/** More than the tag, the lengths and the columns of fixed size of an entry take. */
const ENTRY_FIXED = 300
const ASSOCIATED = 64

/** The "previous hash" of a log's first entry: it names the log, so a log cannot be passed off as another. (HI4) */
export function genesisHash(log: LogId, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concat([GENESIS_TAG, uuidBytes(log)]))
}

/** One salted digest over payload and record; the salt keeps short words from being guessed. (HI3) */
export function contentDigest(content: EntryContent, sha256: Sha256 = portableSha256): Uint8Array {
  const { salt, payload, record } = content
  const page = pageFor(DIGEST_TAG.length + 12 + salt.length + payload.length + record.length)
  putBytes(page, DIGEST_TAG)
  for (const part of [salt, payload, record]) putField(page, part)
  return sha256(written(page))
}

/** The hash of an entry over every stored column. (HI3) */
export function entryHash(header: EntryHeader, sha256: Sha256 = portableSha256): Uint8Array {
  const { kind, relation, prevHash, digest } = header
  const page = pageFor(ENTRY_FIXED + 3 * (kind.length + relation.length) + prevHash.length + digest.length)
  putBytes(page, ENTRY_TAG)
  putUuidField(page, header.clinic)
  putUuidField(page, header.log)
  putNumberField(page, 8, header.seq)
  putField(page, prevHash)
  putNumberField(page, 4, header.epoch)
  putTextField(page, kind)
  putUuidField(page, header.clientId)
  putNumberField(page, 8, header.op)
  putUuidField(page, header.connection)
  putUuidField(page, header.author)
  putTextField(page, relation)
  putUuidField(page, header.session)
  putNumberField(page, 8, header.at)
  putNumberField(page, 4, header.keyVersion)
  putField(page, digest)
  return sha256(written(page))
}

/**
 * A new content as its digest covers it, and within that the bytes that are encrypted: salt, payload and
 * record, each after its length. Both are on the page that the
 * next hash is written on, so that storing an entry costs no memory of its own. (HI5)
 * @param payload in its canonical form, as `record` is
 */
export function contentPage(
  salt: Uint8Array,
  payload: string,
  record: string,
): { readonly covered: Uint8Array; readonly encrypted: Uint8Array } {
  const page = pageFor(DIGEST_TAG.length + 12 + salt.length + 3 * (payload.length + record.length))
  putBytes(page, DIGEST_TAG)
  putField(page, salt)
  putWordsField(page, payload)
  putWordsField(page, record)
  const covered = written(page)
  return { covered, encrypted: covered.subarray(DIGEST_TAG.length) }
}

/** Associated data of an entry's encryption: a content cannot be moved to another place. (HI5) */
export function contentAssociatedData(log: LogId, seq: number, keyVersion: number): Uint8Array {
  const page = pageFor(ASSOCIATED)
  putBytes(page, CONTENT_TAG)
  putUuidField(page, log)
  putNumberField(page, 8, seq)
  putNumberField(page, 4, keyVersion)
  // A copy: it is held while the entry is hashed on the same page.
  return written(page).slice()
}
