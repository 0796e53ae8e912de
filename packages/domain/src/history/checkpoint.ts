import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import type { LogId } from '../ids.js'
import { concat, fromHex, toHex, u64, utf8, uuidBytes } from './bytes.js'
import type { Sha256 } from './hash.js'
import { LEAF, leafHash, merkleLevels, type MerkleLevels } from './merkle.js'
import { pageFor, putBytes, putField, putNumberField, putUuidField, written } from './page.js'

/** The last entry of a log. Hash in hexadecimal. */
export interface Head {
  readonly log: LogId
  readonly seq: number
  readonly hash: string
  readonly epoch: number
}

/** What a checkpoint says of all logs at one moment. Hashes in hexadecimal, time in ms. (HI15) */
export interface Checkpoint {
  readonly number: number
  readonly time: number
  readonly size: number
  readonly root: string
  /** Of the heads that are not as they were in the checkpoint before. */
  readonly changes: string
  /** The hash of the checkpoint before; zeros in the first. */
  readonly previous: string
  /** Names the public key that the signature is checked with. */
  readonly key: string
  /** Only in the checkpoint of a restoration. (HI19) */
  readonly restored?: Restored
}

/** What a restoration says beside its heads: from when the backup was, and a tree over what is there no longer. */
export interface Restored {
  /** When the backup was made, in ms. */
  readonly backup: number
  readonly missingSize: number
  readonly missing: string
}

export const NO_CHECKPOINT = '0'.repeat(64)

const HEAD_TAG = utf8('accord/head/1')
const NONCE_TAG = utf8('accord/nonce/1')
const CHANGES_TAG = utf8('accord/changes/1')
const MISSING_TAG = utf8('accord/missing/1')
const FEWEST_LEAVES = 16
const TEXT =
  /^accord\/(?:checkpoint|restored)\/1\nnumber (\d{1,15})\ntime (\d{1,15})\nsize (\d{1,15})\nroot ([0-9a-f]{64})\nchanges ([0-9a-f]{64})\nprevious ([0-9a-f]{64})\nkey ([0-9a-f]{64})\n(?:backup (\d{1,15})\nmissing-size (\d{1,15})\nmissing ([0-9a-f]{64})\n)?$/

/** The text that is signed: one way to write one checkpoint. (HI15, HI19) */
export function writeCheckpoint(checkpoint: Checkpoint): string {
  const { number, time, size, root, changes, previous, key, restored } = checkpoint
  const tag = restored ? 'accord/restored/1' : 'accord/checkpoint/1'
  const lines = [`number ${number}`, `time ${time}`, `size ${size}`, `root ${root}`, `changes ${changes}`]
  const gap = restored && [
    `backup ${restored.backup}`,
    `missing-size ${restored.missingSize}`,
    `missing ${restored.missing}`,
  ]
  return [tag, ...lines, `previous ${previous}`, `key ${key}`, ...(gap ?? []), ''].join('\n')
}

/** Null for a text that {@link writeCheckpoint} would not have written. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [, number, time, size, root = '', changes = '', previous = '', key = '', ...gap] =
    TEXT.exec(text) ?? []
  if (number === undefined) return null
  const [backup, missingSize, missing = ''] = gap
  const restored = { backup: Number(backup), missingSize: Number(missingSize), missing }
  const read = {
    number: Number(number),
    time: Number(time),
    size: Number(size),
    root,
    changes,
    previous,
    key,
    ...(backup === undefined ? {} : { restored }),
  }
  return writeCheckpoint(read) === text ? read : null
}

/** Whoever is given a path in both trees of a restoration must not find one tree's filling in the other. (HI14) */
export function missingSeed(seed: Uint8Array, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concat([MISSING_TAG, seed]))
}

export function checkpointHash(text: string, sha256: Sha256 = portableSha256): string {
  return toHex(sha256(utf8(text)))
}

/** @param publicKey the 32 bytes of an Ed25519 key */
export function keyName(publicKey: Uint8Array, sha256: Sha256 = portableSha256): string {
  return toHex(sha256(publicKey))
}

/** Commits a checkpoint to what changed since the one before, so that each of them need not be built anew. (HI15) */
export function changesHash(
  seed: Uint8Array,
  heads: readonly Head[],
  sha256: Sha256 = portableSha256,
): string {
  const page = pageFor(CHANGES_TAG.length + 4 + seed.length + heads.length * HEAD_LENGTH)
  putBytes(page, CHANGES_TAG)
  putField(page, seed)
  for (const head of heads) putHead(page, head)
  return toHex(sha256(written(page)))
}

/**
 * What blinds a log's leaf, other in each checkpoint: whoever is given a path learns from its hashes neither how many
 * logs there are nor which of them were written in. (HI14)
 */
export function nonceOf(seed: Uint8Array, log: LogId, sha256: Sha256 = portableSha256): Uint8Array {
  const page = pageFor(NONCE_TAG.length + seed.length + 16)
  for (const part of [NONCE_TAG, seed, uuidBytes(log)]) putBytes(page, part)
  return sha256(written(page))
}

export function headLeafHash(head: Head, nonce: Uint8Array, sha256: Sha256 = portableSha256): Uint8Array {
  const page = pageFor(LEAF.length + HEAD_TAG.length + 4 + nonce.length + HEAD_LENGTH)
  putBytes(page, LEAF)
  putBytes(page, HEAD_TAG)
  putField(page, nonce)
  putHead(page, head)
  return sha256(written(page))
}

/**
 * The tree over all heads, filled up to a power of two with leaves that look like any other. (HI14)
 * @param heads sorted by the ids of their logs
 */
export function headTree(
  seed: Uint8Array,
  heads: readonly Head[],
  sha256: Sha256 = portableSha256,
): MerkleLevels {
  const leaves = heads.map((head) => headLeafHash(head, nonceOf(seed, head.log, sha256), sha256))
  for (let at = leaves.length; at < treeSize(heads.length); at++) {
    leaves.push(leafHash(sha256(concat([NONCE_TAG, seed, u64(at)])), sha256))
  }
  return merkleLevels(leaves, sha256)
}

export function treeSize(heads: number): number {
  let size = FEWEST_LEAVES
  while (size < heads) size *= 2
  return size
}

/** The bytes of {@link putHead}. */
const HEAD_LENGTH = 4 + 16 + 4 + 8 + 4 + 32 + 4 + 4

function putHead(page: ReturnType<typeof pageFor>, { log, seq, hash, epoch }: Head): void {
  putUuidField(page, log)
  putNumberField(page, 8, seq)
  putField(page, fromHex(hash))
  putNumberField(page, 4, epoch)
}
