import {
  changesHash,
  checkpointHash,
  NO_CHECKPOINT,
  readCheckpoint,
  type Checkpoint,
  type Head,
} from '@accord/domain/history/checkpoint'
import { isUuid, type LogId } from '@accord/domain/ids'
import { z } from 'zod'
import { sha256 } from '../history/sealing.js'
import { isSignedBy } from './signing-key.js'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const lineSchema = z.strictObject({
  text: z.string(),
  signature: z.base64(),
  seed: hash,
  heads: z.array(
    z.tuple([z.string().refine(isUuid), z.int().nonnegative(), hash, z.int().positive()]).readonly(),
  ),
})

/** A checkpoint as it is kept, with the heads that changed since the one before. */
export interface KeptCheckpoint {
  readonly checkpoint: Checkpoint
  readonly text: string
  readonly signature: string
  /** 32 bytes from which this checkpoint's nonces are made. */
  readonly seed: Buffer
  readonly heads: readonly Head[]
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

export function writeLine({ text, signature, seed, heads }: Omit<KeptCheckpoint, 'checkpoint'>): string {
  const changed = heads.map(({ log, seq, hash, epoch }) => [log, seq, hash, epoch])
  return JSON.stringify({ text, signature, seed: seed.toString('hex'), heads: changed })
}

/** Null for a line that is no checkpoint, such as what a full disk left of one. */
export function readLine(line: string): KeptCheckpoint | null {
  const parsed = lineSchema.safeParse(jsonOf(line))
  const checkpoint = parsed.success ? readCheckpoint(parsed.data.text) : null
  if (!parsed.success || !checkpoint) return null
  const { text, signature, seed, heads } = parsed.data
  return {
    checkpoint,
    text,
    signature,
    seed: Buffer.from(seed, 'hex'),
    heads: heads.map(([log, seq, hash, epoch]) => ({ log: log as LogId, seq, hash, epoch })),
  }
}

/** Checks a kept checkpoint against the one before it, all but its signature and its root. */
export function checkLine(before: CheckpointPosition, kept: KeptCheckpoint): CheckpointPosition | LineFlaw {
  const { number, time, previous, changes } = kept.checkpoint
  if (number !== before.number + 1) return 'not-the-next'
  if (previous !== before.hash) return 'wrong-previous'
  if (time < before.time) return 'time-goes-back'
  if (changes !== changesHash(kept.seed, kept.heads, sha256)) return 'heads-differ'
  return { number, time, hash: checkpointHash(kept.text, sha256) }
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
