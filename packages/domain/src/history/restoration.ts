import type { LogId } from '../ids.js'
import type { HeadInclusion, PlanProof } from '../rest/proof.js'
import { fromHex } from './bytes.js'
import { headLeafHash, readCheckpoint, type Checkpoint } from './checkpoint.js'
import { isIncluded } from './merkle.js'

/** What a signed restoration says of one log. Times in ms. (HI19) */
export interface Restoration {
  readonly time: number
  readonly backup: number
  /** The log's last entry as it was restored; null for a log that is younger. */
  readonly kept: number | null
  /** The last entry that was known before, where it is there no longer. */
  readonly missing: number | null
}

/** Null where nothing was restored; `forged` where what is said of a restoration does not hold. Signatures are checked elsewhere. */
export function restorationOf(proof: PlanProof, newest: Checkpoint): Restoration | 'forged' | null {
  const { plan, restored: said } = proof
  if (!said) return null
  const checkpoint = readCheckpoint(said.text)
  const restored = checkpoint?.restored
  if (!restored || checkpoint.key !== newest.key || checkpoint.number > newest.number) return 'forged'
  const gap = { size: restored.missingSize, root: restored.missing }
  const isWhole =
    (!said.kept || isHeadIn(plan, said.kept, checkpoint)) &&
    (!said.missing || isHeadIn(plan, said.missing, gap))
  if (!isWhole) return 'forged'
  const [kept, missing] = [said.kept?.leaf.seq ?? null, said.missing?.leaf.seq ?? null]
  return { time: checkpoint.time, backup: restored.backup, kept, missing }
}

/** Whether a log's leaf is in a tree. */
export function isHeadIn(
  log: LogId,
  { leaf, index, path }: HeadInclusion,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
): boolean {
  const claimed = { index, size, path: path.map(fromHex), root: fromHex(root) }
  return isIncluded(headLeafHash({ log, ...leaf }, fromHex(leaf.nonce)), claimed)
}
