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
}

/** Holds a database against the checkpoints that were kept outside: it sees what a chain alone cannot. (HI15) */
export class CheckpointWitness {
  private readonly logs = new Map<LogId, Map<number, Seen>>()
  /** Every log as the newest checkpoint has it. */
  private readonly newest = new Map<LogId, Seen>()
  private readonly other = new Map<LogId, SeenOtherwise>()
  private position: CheckpointPosition = BEFORE_THE_FIRST
  private last: KeptCheckpoint | null = null

  constructor(private readonly key: Pick<CheckpointSigner, 'publicKey' | 'name'>) {}

  /** How many checkpoints were read. */
  get count(): number {
    return this.position.number
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
    if (seen.hash === toHex(hash) && seen.epoch === epoch) return
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
    for (const head of kept.heads) this.see({ ...head, number: position.number })
    return null
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
