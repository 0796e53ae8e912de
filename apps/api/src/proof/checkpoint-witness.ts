import { toHex } from '@accord/domain/history/bytes'
import { headTree, treeSize, type Head } from '@accord/domain/history/checkpoint'
import { merkleRoot } from '@accord/domain/history/merkle'
import type { StoredHeader } from '@accord/domain/history/verify'
import type { LogId } from '@accord/domain/ids'
import { sha256 } from '../history/sealing.js'
import {
  BEFORE_THE_FIRST,
  checkLine,
  checkSignature,
  readLine,
  type CheckpointPosition,
  type KeptCheckpoint,
  type LineFlaw,
} from './checkpoint-line.js'
import type { StoredLines } from './checkpoint-store.js'
import type { CheckpointSigner } from './signing-key.js'

/** The first kept checkpoint that does not hold, and why. */
export interface CheckpointFlaw {
  readonly number: number
  readonly reason: LineFlaw | 'unreadable' | 'root-differs' | 'cut-short'
}

/** What a checkpoint saw of a log that the database has otherwise. */
export interface SeenOtherwise {
  readonly log: LogId
  readonly seq: number
  readonly reason: 'gone-since-checkpoint' | 'not-as-in-checkpoint'
  readonly number: number
}

interface Seen extends Head {
  readonly number: number
  /** A restoration raises a head's epoch without an entry. */
  readonly isRestored: boolean
}

/** A restoration that the checkpoints tell of. Times in ms. (HI19) */
export interface ToldRestoration {
  readonly number: number
  readonly time: number
  readonly backup: number
  /** Of each log the first and the last entry that were there before and are there no longer. */
  readonly missing: readonly { readonly log: LogId; readonly from: number; readonly to: number }[]
}

/** Holds a database against the checkpoints that were kept outside: it sees what a chain alone cannot. (HI15) */
export class CheckpointWitness {
  private readonly logs = new Map<LogId, Map<number, Seen>>()
  /** Every log as the newest checkpoint has it. */
  private readonly newest = new Map<LogId, Seen>()
  private readonly other = new Map<LogId, SeenOtherwise>()
  private position: CheckpointPosition = BEFORE_THE_FIRST
  private last: KeptCheckpoint | null = null
  private readonly told: ToldRestoration[] = []

  constructor(private readonly key: Pick<CheckpointSigner, 'publicKey' | 'name'>) {}

  /** How many checkpoints were read. */
  get count(): number {
    return this.position.number
  }

  get restorations(): readonly ToldRestoration[] {
    return this.told
  }

  /**
   * Reads kept checkpoints until one does not hold.
   * @param noted the number of the newest one, as it was noted elsewhere; 0 where it was not
   */
  read({ lines, isTorn }: StoredLines, noted: number): CheckpointFlaw | null {
    let isUnreadable = false
    for (const line of lines) {
      const kept = readLine(line)
      isUnreadable = !kept
      const flaw = kept && this.take(kept)
      if (flaw) return { number: this.position.number + 1, reason: flaw }
    }
    const next = this.position.number + 1
    // A line that a full disk cut short is followed by the checkpoint that was signed instead of it.
    if (isTorn || isUnreadable) return { number: next, reason: 'unreadable' }
    if (noted >= next) return { number: next, reason: 'cut-short' }
    return this.last && !this.isRootOf(this.last)
      ? { number: this.last.checkpoint.number, reason: 'root-differs' }
      : null
  }

  /** Sees an entry of the database, in whatever order. */
  observe({ log, seq, hash, epoch }: StoredHeader): void {
    const seen = this.logs.get(log)?.get(seq)
    if (!seen) return
    this.logs.get(log)?.delete(seq)
    const isSameEpoch = seen.isRestored ? epoch <= seen.epoch : epoch === seen.epoch
    if (seen.hash === toHex(hash) && isSameEpoch) return
    const known = this.other.get(log)
    if (known && known.seq < seq) return
    this.other.set(log, { log, seq, reason: 'not-as-in-checkpoint', number: seen.number })
  }

  /** The first entry of a log that is not as a checkpoint saw it, once all of them were observed. */
  flawOf(log: LogId): SeenOtherwise | null {
    const [gone] = [...(this.logs.get(log)?.values() ?? [])].sort((a, b) => a.seq - b.seq)
    this.logs.delete(log)
    const other = this.other.get(log)
    if (other && (!gone || other.seq < gone.seq)) return other
    return gone ? { log, seq: gone.seq, reason: 'gone-since-checkpoint', number: gone.number } : null
  }

  /** Logs that checkpoints saw and nobody asked for: the database has them no longer. */
  missing(): readonly SeenOtherwise[] {
    return [...this.logs.keys()].flatMap((log) => {
      const { seq, number } = this.newest.get(log) ?? { seq: 0, number: 0 }
      return this.flawOf(log) ?? { log, seq, number, reason: 'gone-since-checkpoint' }
    })
  }

  private take(kept: KeptCheckpoint): LineFlaw | null {
    const position = checkLine(this.position, kept)
    if (typeof position === 'string') return position
    const flaw = checkSignature(kept, this.key)
    if (flaw) return flaw
    this.position = position
    this.last = kept
    const { restored } = kept.checkpoint
    if (restored) this.forget(kept, restored.backup)
    const isRestored = restored !== undefined
    for (const head of kept.heads) this.see({ ...head, number: position.number, isRestored })
    return null
  }

  /** What was seen before a restoration is answered for by it: its heads hold all that was brought back. (HI19) */
  private forget({ checkpoint: { number, time }, heads, missing }: KeptCheckpoint, backup: number): void {
    this.logs.clear()
    this.newest.clear()
    const now = new Map(heads.map((head) => [head.log, head.seq]))
    const gaps = missing.map(({ log, seq }) => ({
      log,
      from: Math.min(now.get(log) ?? 0, seq - 1) + 1,
      to: seq,
    }))
    this.told.push({ number, time, backup, missing: gaps })
  }

  private see(seen: Seen): void {
    this.newest.set(seen.log, seen)
    const log = this.logs.get(seen.log) ?? new Map<number, Seen>()
    if (seen.seq > 0) log.set(seen.seq, seen)
    this.logs.set(seen.log, log)
  }

  /** The heads of all checkpoints together make the last one's tree; the signature stands for those before it. */
  private isRootOf({ checkpoint, seed }: KeptCheckpoint): boolean {
    const heads = [...this.newest.values()].sort((a, b) => (a.log < b.log ? -1 : 1))
    if (checkpoint.size !== treeSize(heads.length)) return false
    return checkpoint.root === toHex(merkleRoot(headTree(seed, heads, sha256), sha256))
  }
}
