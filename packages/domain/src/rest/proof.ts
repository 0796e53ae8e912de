/**
 * What a signed checkpoint says of one plan. (HI16)
 *
 * - `GET /api/plans/:plan/proof` → {@link PlanProof}
 * - `POST /api/plans/:plan/bundle` {@link BundleBody} → `application/zip`: writes the access event first. (HI18)
 *
 * Refused: 404 `not-found` for a plan that is not the asker's; 503 `storage-unavailable` while no checkpoint holds the
 * plan and none can be written; 429 `too-fast` while another bundle is being made.
 */
import { z } from 'zod/mini'
import type { ClinicId, LogId } from '../ids.js'

/** Body of `POST /api/plans/:plan/bundle`: the zone of the clock by which the readable page tells times. */
export const bundleSchema = z.strictObject({ timeZone: z.string().check(z.maxLength(64)) })
export type BundleBody = z.infer<typeof bundleSchema>

/** A checkpoint with what it takes to check it. */
export interface SignedCheckpoint {
  /** Exactly what was signed. */
  readonly text: string
  /** Ed25519, in base64. */
  readonly signature: string
  /** 32 bytes in base64. */
  readonly publicKey: string
}

/** A log's leaf in a tree, and the way from it to the root. Hashes and nonce in hexadecimal. */
export interface HeadInclusion {
  readonly leaf: {
    readonly seq: number
    readonly hash: string
    readonly epoch: number
    readonly nonce: string
  }
  readonly index: number
  readonly path: readonly string[]
}

/** What the newest restoration says of a log; signed with the same key as the newest checkpoint. (HI19) */
export interface RestoredProof extends Omit<SignedCheckpoint, 'publicKey'> {
  /** Where the log stood when it was restored; null for a log that is younger. */
  readonly kept: HeadInclusion | null
  /** Where it stood before, where that is there no longer. */
  readonly missing: HeadInclusion | null
}

/** The newest checkpoint, and this log's leaf in it. */
export interface PlanProof extends HeadInclusion {
  readonly clinic: ClinicId
  readonly plan: LogId
  readonly checkpoint: SignedCheckpoint
  /** Where the records were restored once. */
  readonly restored?: RestoredProof
  /** The last entry of the log, read after the checkpoint was. */
  readonly head: { readonly seq: number; readonly hash: string }
}
