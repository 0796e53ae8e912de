import type { LogId } from '../ids.js'
import type { PlanProof } from '../rest/proof.js'
import { checkpointHash, keyName, readCheckpoint, type Checkpoint } from './checkpoint.js'
import { isHeadIn, restorationOf, type Restoration } from './restoration.js'

/** What a browser keeps of the last checkpoint that it saw of a clinic, and of each plan in it. (HI17) */
export interface Witnessed {
  readonly key: string
  readonly number: number
  /** The hash of the checkpoint. */
  readonly hash: string
  /** When the checkpoint was signed, in ms. */
  readonly time: number
  readonly plans: Readonly<Partial<Record<LogId, SeenPlan>>>
}

/** The last entry of a plan that a checkpoint held, and when that was signed, in ms. */
export interface SeenPlan {
  readonly seq: number
  readonly hash: string
  readonly time: number
}

/** A plan's record as its reader has it. */
export interface WitnessedRecord {
  /** The last entry that was read. */
  readonly seq: number
  /** The hash of an entry in hexadecimal; null where the record has none of that number. */
  readonly hashAt: (seq: number) => string | null
}

/** Why a record and the checkpoints cannot both be what they are said to be. */
export const ALARMS = ['forged', 'other-key', 'two-roots', 'older', 'shorter', 'rewritten'] as const
export type Alarm = (typeof ALARMS)[number]

export type Verdict =
  | {
      readonly kind: 'holds'
      readonly checkpoint: Checkpoint
      /** Up to which entry the checkpoint covers the record. */
      readonly covers: number
      /** What this browser had seen of the plan before; null when this is the first time, or the first since a restoration. */
      readonly before: SeenPlan | null
      /** Where the records were restored once: from when they are, and what is missing. (HI19) */
      readonly restored?: RestoredPlan
    }
  /** The record was read before the checkpoint was signed, so it has to be read on. */
  | { readonly kind: 'behind'; readonly covers: number }
  | { readonly kind: 'alarm'; readonly alarm: Alarm }

/** What a restoration did to a plan: which entries were there before, and are there no longer. Times in ms. */
export interface RestoredPlan extends Pick<Restoration, 'time' | 'backup'> {
  readonly missing: { readonly from: number; readonly to: number } | null
}

/** What one look came to, and what is kept from now on. */
export interface Witness {
  readonly verdict: Verdict
  readonly kept: Witnessed | null
}

/** What is compared: the answer, whether its signature holds, the record on screen, and what was kept before asking. */
export interface Comparison {
  readonly proof: PlanProof
  readonly isSigned: boolean
  readonly record: WitnessedRecord
  readonly kept: Witnessed | null
}

/**
 * Compares a plan's record with the newest checkpoint, and both with what this browser saw before. After an alarm the
 * old witness stays what it was. A signed restoration answers for what was seen before it, and for nothing after. (HI17, HI19)
 */
export function witness({ proof, isSigned, record, kept }: Comparison): Witness {
  const stays = (verdict: Verdict): Witness => ({ verdict, kept })
  const checkpoint = isSigned ? includedCheckpoint(proof) : null
  const restoration = checkpoint && restorationOf(proof, checkpoint)
  if (!checkpoint || restoration === 'forged') return stays({ kind: 'alarm', alarm: 'forged' })
  const isAnswered = ({ time }: { readonly time: number }) => restoration !== null && time < restoration.time
  const seen = kept?.plans[proof.plan] ?? null
  const before = seen && !isAnswered(seen) ? seen : null
  const alarm =
    (kept && alarmOfCheckpoint(kept, checkpoint, proof, isAnswered(kept))) ??
    alarmOfRecord(proof, record, before)
  if (alarm) return stays({ kind: 'alarm', alarm })
  const covers = Math.max(proof.leaf.seq, before?.seq ?? 0)
  if (covers > record.seq) return stays({ kind: 'behind', covers })
  const restored = restoration && { restored: restoredPlan(restoration, seen && !before ? seen.seq : 0) }
  const verdict: Verdict = { kind: 'holds', checkpoint, covers: proof.leaf.seq, before, ...restored }
  return { verdict, kept: keptFrom(kept, checkpoint, proof) }
}

/** The checkpoint, where it is the key's own and holds the leaf. */
function includedCheckpoint(proof: PlanProof): Checkpoint | null {
  const checkpoint = readCheckpoint(proof.checkpoint.text)
  if (!checkpoint || checkpoint.key !== keyName(bytesOf(proof.checkpoint.publicKey))) return null
  return isHeadIn(proof.plan, proof, checkpoint) ? checkpoint : null
}

function alarmOfCheckpoint(
  kept: Witnessed,
  now: Checkpoint,
  { checkpoint }: PlanProof,
  isAnswered: boolean,
): Alarm | null {
  if (kept.key !== now.key) return 'other-key'
  // Restored from a backup alone, checkpoints are counted on from the backup's: numbers may come a second time.
  if (isAnswered) return null
  if (now.number === kept.number) return checkpointHash(checkpoint.text) === kept.hash ? null : 'two-roots'
  return now.number < kept.number || now.time < kept.time ? 'older' : null
}

function alarmOfRecord(
  { leaf, head }: PlanProof,
  record: WitnessedRecord,
  seen: SeenPlan | null,
): Alarm | null {
  if (head.seq < leaf.seq || (seen && leaf.seq < seen.seq)) return 'shorter'
  const known = seen ? [leaf, seen] : [leaf]
  const isOther = known.some(({ seq, hash }) => seq > 0 && seq <= record.seq && record.hashAt(seq) !== hash)
  return isOther ? 'rewritten' : null
}

/** @param seen the last entry that this browser saw before the restoration */
function restoredPlan({ time, backup, kept, missing }: Restoration, seen: number): RestoredPlan {
  const [from, to] = [(kept ?? 0) + 1, Math.max(missing ?? 0, seen)]
  return { time, backup, missing: kept !== null && to >= from ? { from, to } : null }
}

function keptFrom(kept: Witnessed | null, checkpoint: Checkpoint, proof: PlanProof): Witnessed {
  const { key, number, time } = checkpoint
  const { seq, hash } = proof.leaf
  const plans = { ...kept?.plans, [proof.plan]: { seq, hash, time } }
  return { key, number, time, hash: checkpointHash(proof.checkpoint.text), plans }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}
