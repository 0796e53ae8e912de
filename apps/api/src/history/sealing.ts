import { createCipheriv, createDecipheriv, hash } from 'node:crypto'
import { canonicalJson, readContent, splitContent } from '@accord/domain/history/content'
import { toHex } from '@accord/domain/history/bytes'
import type { EntryContent, EntryHeader, HistoryEntry } from '@accord/domain/history/entry'
import { contentAssociatedData, contentPage, entryHash, type Sha256 } from '@accord/domain/history/hash'
import type { EntryRecord, Payload } from '@accord/domain/history/payload'
import type { ReviewAct } from '@accord/domain/review/act'
import type { StoredHeader } from '@accord/domain/history/verify'
import type { LogKey } from './key-store.js'
import { freshBytes } from './fresh-bytes.js'

/** An entry as the database holds it; content is nonce, ciphertext and tag, or null once it was erased. */
export interface StoredEntry extends StoredHeader {
  readonly content: Buffer | null
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
const SALT = 16

/**
 * Node's own SHA-256, several times as fast as the portable one. By way of text, because a buffer from text shares its
 * memory with others, and making memory for each of a long history's hashes costs more than the hashing.
 */
export const sha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'hex'), 'hex')

/** Encrypts and hashes an entry, ready to be stored. (HI3, HI5) */
export function sealEntry(
  header: Omit<EntryHeader, 'digest' | 'keyVersion' | 'kind'>,
  payload: Payload | ReviewAct,
  record: EntryRecord,
  key: LogKey,
): StoredEntry {
  return sealWords({ ...header, kind: payload.kind }, wordsOf(payload, record), key)
}

/** What an entry did and meant, in the one form in which it is hashed, stored and told. (HI2) */
export interface EntryWords {
  readonly payload: string
  readonly record: string
}

export function wordsOf(payload: Payload | ReviewAct, record: EntryRecord): EntryWords {
  return { payload: canonicalJson(payload), record: canonicalJson(record) }
}

/** The same for whoever has the words already. */
export function sealWords(
  header: Omit<EntryHeader, 'digest' | 'keyVersion'>,
  { payload, record }: EntryWords,
  key: LogKey,
): StoredEntry {
  const associated = contentAssociatedData(header.log, header.seq, key.version)
  const { covered, encrypted } = contentPage(freshBytes(SALT), payload, record)
  const digest = sha256(covered)
  const content = encrypt(encrypted, key.key, associated)
  // Column by column, as a row that is read: entries of one shape are several times as fast to read from.
  const entry = {
    clinic: header.clinic,
    log: header.log,
    seq: header.seq,
    prevHash: header.prevHash,
    hash: digest,
    epoch: header.epoch,
    kind: header.kind,
    clientId: header.clientId,
    op: header.op,
    connection: header.connection,
    author: header.author,
    relation: header.relation,
    session: header.session,
    at: header.at,
    keyVersion: key.version,
    digest,
    content,
  }
  entry.hash = entryHash(entry, sha256)
  return entry
}

/** In lower-case hexadecimal, by the platform's own writer. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

/** Decrypts an entry's content. Throws when it is not what was encrypted for this place. (HI5) */
export function openContent(entry: StoredEntry, key: LogKey): EntryContent {
  if (!entry.content) throw new RangeError(`the content of entry ${entry.seq} is gone`)
  const associated = contentAssociatedData(entry.log, entry.seq, entry.keyVersion)
  return splitContent(decrypt(entry.content, key.key, associated))
}

/** An entry as the fold and the apps know it. */
export function readEntry(entry: StoredEntry, content: EntryContent): HistoryEntry {
  const { seq, epoch, at, author, relation, clientId, op, session } = entry
  const { payload, record } = readContent(content)
  return { seq, epoch, hash: toHex(entry.hash), at, author, relation, clientId, op, session, payload, record }
}

export function encrypt(bytes: Uint8Array, key: Uint8Array, associated: Uint8Array): Buffer {
  const nonce = freshBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(associated)
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

export function decrypt(sealed: Uint8Array, key: Uint8Array, associated: Uint8Array): Buffer {
  if (sealed.length < NONCE + TAG) throw new RangeError('a sealed content is cut short')
  const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE))
  cipher.setAAD(associated).setAuthTag(sealed.subarray(-TAG))
  const opened = cipher.update(sealed.subarray(NONCE, -TAG))
  // In this mode nothing comes at the end but the verdict on all of it.
  cipher.final()
  return opened
}
