import { toHex } from '@accord/domain/history/bytes'
import {
  changesHash,
  checkpointHash,
  headTree,
  missingSeed,
  NO_CHECKPOINT,
  readCheckpoint,
  treeSize,
  type Checkpoint,
  type Head,
} from '@accord/domain/history/checkpoint'
import { merkleRoot, type MerkleLevels } from '@accord/domain/history/merkle'
import { isUuid, type LogId } from '@accord/domain/ids'
import { z } from 'zod'
import { sha256 } from '../history/sealing.js'
import { isSignedBy } from './signing-key.js'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const heads = z.array(
  z.tuple([z.string().refine(isUuid), z.int().nonnegative(), hash, z.int().positive()]).readonly(),
)
const lineSchema = z.strictObject({
  text: z.string(),
  signature: z.base64(),
  seed: hash,
  heads,
  missing: heads.optional(),
})

/** A checkpoint as it is kept. */
export interface KeptCheckpoint {
  readonly checkpoint: Checkpoint
  readonly text: string
  readonly signature: string
  /** 32 bytes from which this checkpoint's nonces are made. */
  readonly seed: Buffer
  /** Those that changed since the one before; all of them where records were restored. */
  readonly heads: readonly Head[]
  /** Heads that were known before a restoration and are there no longer, by the ids of their logs. (HI19) */
  readonly missing: readonly Head[]
}

/** Where a check of the kept checkpoints has come to. */
export interface CheckpointPosition {
  readonly number: number
  readonly hash: string
  readonly time: number
}

export const BEFORE_THE_FIRST: CheckpointPosition = { number: 0, hash: NO_CHECKPOINT, time: 0 }

/** Why a kept checkpoint does not hold. */
export type LineFlaw =
  'not-the-next' | 'wrong-previous' | 'time-goes-back' | 'other-key' | 'wrong-signature' | 'heads-differ'

export function writeLine({
  text,
  signature,
  seed,
  heads,
  missing,
}: Omit<KeptCheckpoint, 'checkpoint'>): string {
  const line = { text, signature, seed: seed.toString('hex'), heads: heads.map(asTuple) }
  return JSON.stringify(missing.length > 0 ? { ...line, missing: missing.map(asTuple) } : line)
}

/** Null for a line that is no checkpoint, such as what a full disk left of one. */
export function readLine(line: string): KeptCheckpoint | null {
  const parsed = lineSchema.safeParse(jsonOf(line))
  const checkpoint = parsed.success ? readCheckpoint(parsed.data.text) : null
  if (!parsed.success || !checkpoint) return null
  const { text, signature, seed, heads, missing = [] } = parsed.data
  return {
    checkpoint,
    text,
    signature,
    seed: Buffer.from(seed, 'hex'),
    heads: heads.map(asHead),
    missing: missing.map(asHead),
  }
}

type HeadTuple = readonly [log: string, seq: number, hash: string, epoch: number]

const asTuple = ({ log, seq, hash, epoch }: Head): HeadTuple => [log, seq, hash, epoch]
const asHead = ([log, seq, hash, epoch]: HeadTuple): Head => ({ log: log as LogId, seq, hash, epoch })

/** The tree over what a restoration could not bring back. (HI19) */
export function missingTree(seed: Uint8Array, missing: readonly Head[]): MerkleLevels {
  return headTree(missingSeed(seed, sha256), missing, sha256)
}

/** Checks a kept checkpoint against the one before it, all but its signature and its root. */
export function checkLine(before: CheckpointPosition, kept: KeptCheckpoint): CheckpointPosition | LineFlaw {
  const { number, time, previous, changes } = kept.checkpoint
  if (number !== before.number + 1) return 'not-the-next'
  if (previous !== before.hash) return 'wrong-previous'
  if (time < before.time) return 'time-goes-back'
  if (changes !== changesHash(kept.seed, kept.heads, sha256) || !isGapAsSigned(kept)) return 'heads-differ'
  return { number, time, hash: checkpointHash(kept.text, sha256) }
}

function isGapAsSigned({ checkpoint: { restored }, seed, missing }: KeptCheckpoint): boolean {
  if (!restored) return missing.length === 0
  if (restored.missingSize !== treeSize(missing.length)) return false
  return restored.missing === toHex(merkleRoot(missingTree(seed, missing), sha256))
}

export function checkSignature(
  { checkpoint, text, signature }: KeptCheckpoint,
  key: { readonly publicKey: Uint8Array; readonly name: string },
): LineFlaw | null {
  if (checkpoint.key !== key.name) return 'other-key'
  return isSignedBy(key.publicKey, text, signature) ? null : 'wrong-signature'
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return null
  }
}
