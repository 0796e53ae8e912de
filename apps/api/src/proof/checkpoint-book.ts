import { randomBytes } from 'node:crypto'
import { toHex } from '@accord/domain/history/bytes'
import {
  changesHash,
  headTree,
  treeSize,
  writeCheckpoint,
  type Head,
  type Restored,
} from '@accord/domain/history/checkpoint'
import { merkleRoot, type MerkleLevels } from '@accord/domain/history/merkle'
import type { LogId } from '@accord/domain/ids'
import { sha256 } from '../history/sealing.js'
import {
  BEFORE_THE_FIRST,
  checkLine,
  checkSignature,
  missingTree,
  readLine,
  writeLine,
  type CheckpointPosition,
  type KeptCheckpoint,
  type LineFlaw,
} from './checkpoint-line.js'
import type { CheckpointStore } from './checkpoint-store.js'
import type { LatestNote } from './latest-note.js'
import type { CheckpointSigner } from './signing-key.js'

/** Kept checkpoints that do not hold, so that none can follow them. */
export class CheckpointsBroken extends Error {
  constructor(
    readonly number: number,
    readonly flaw: LineFlaw | 'cut-short',
  ) {
    super(`checkpoint ${number}: ${flaw}`)
    this.name = 'CheckpointsBroken'
  }
}

/** The newest checkpoint, with what it takes to show that a head is in it. */
export interface Latest {
  readonly kept: KeptCheckpoint
  /** Every head, sorted by the ids of their logs. */
  readonly heads: readonly Head[]
  readonly tree: MerkleLevels
}

/** What a restoration made of the logs. (HI19) */
export interface RestoredHeads {
  /** Every head as it is now, sorted by the ids of their logs. */
  readonly heads: readonly Head[]
  /** Those that {@link CheckpointBook} knew and that are there no longer, sorted likewise. */
  readonly missing: readonly Head[]
  /** When the backup was made, in ms. */
  readonly backup: number
}

/** The newest restoration, with what it takes to show what became of a log. */
export interface LatestRestoration extends Latest {
  readonly missing: { readonly heads: readonly Head[]; readonly tree: MerkleLevels }
}

/** What the checkpoints say so far, read from where they are kept, and the next one. */
export class CheckpointBook {
  private readonly heads = new Map<LogId, Head>()
  private position: CheckpointPosition = BEFORE_THE_FIRST
  private end = 0
  private last: KeptCheckpoint | null = null
  private built: Latest | null = null
  private lastRestored: KeptCheckpoint | null = null
  private builtRestored: LatestRestoration | null = null

  constructor(
    private readonly store: CheckpointStore,
    private readonly signer: CheckpointSigner,
    private readonly note: Pick<LatestNote, 'read' | 'write'>,
  ) {}

  /** Reads what other processes kept meanwhile. Throws {@link CheckpointsBroken}. */
  catchUp(): void {
    // Before the lines, so that another process cannot have written between the two.
    const noted = this.note.read()
    const { lines, end, isCut } = this.store.read(this.end)
    if (isCut) throw new CheckpointsBroken(this.position.number, 'cut-short')
    let newest: KeptCheckpoint | null = null
    for (const line of lines) {
      const kept = readLine(line)
      if (!kept) continue
      const position = checkLine(this.position, kept)
      if (typeof position === 'string') throw new CheckpointsBroken(kept.checkpoint.number, position)
      this.take(kept, position)
      newest = kept
    }
    this.end = end
    // Each is chained to the one before, so the last signature stands for all.
    const flaw = newest && checkSignature(newest, this.signer)
    if (newest && flaw) throw new CheckpointsBroken(newest.checkpoint.number, flaw)
    if (noted > this.position.number) throw new CheckpointsBroken(this.position.number + 1, 'cut-short')
  }

  /** The heads that are further than they were. One that went back is not: its leaf stays what it was. (HI15) */
  advanced(heads: readonly Head[]): readonly Head[] {
    return heads.filter((head) => {
      const known = this.heads.get(head.log)
      return !known || head.seq > known.seq || (head.seq === known.seq && head.epoch > known.epoch)
    })
  }

  /** Logs that the database has no longer as a checkpoint holds them: cut, written anew, or gone. */
  contradicted(heads: readonly Head[]): readonly LogId[] {
    const now = new Map(heads.map((head) => [head.log, head]))
    return [...this.heads.values()].flatMap(({ log, seq, hash }) => {
      const head = now.get(log)
      return !head || head.seq < seq || (head.seq === seq && head.hash !== hash) ? [log] : []
    })
  }

  /** Signs and keeps the next checkpoint. Call it with the lock, after {@link catchUp}. @param now in ms */
  write(changed: readonly Head[], now: number): void {
    this.sign(this.headsWith(changed), { heads: changed, missing: [] }, Math.max(now, this.position.time))
  }

  /** Signs and keeps what a restoration made of the logs: from here on these heads stand, and no others. (HI19) */
  writeRestored({ heads, missing, backup }: RestoredHeads, now: number): void {
    // Later than all that anybody saw of the records before, so that it answers for that, and for nothing after.
    this.sign(heads, { heads, missing, backup }, Math.max(now, this.position.time + 1))
  }

  private sign(
    heads: readonly Head[],
    line: Omit<RestoredHeads, 'backup'> & { readonly backup?: number },
    time: number,
  ): void {
    const seed = randomBytes(32)
    const tree = headTree(seed, heads, sha256)
    const gap = line.backup === undefined ? null : gapOf(seed, line.missing, line.backup)
    const checkpoint = {
      number: this.position.number + 1,
      time,
      size: treeSize(heads.length),
      root: toHex(merkleRoot(tree, sha256)),
      changes: changesHash(seed, line.heads, sha256),
      previous: this.position.hash,
      key: this.signer.name,
      ...(gap && { restored: gap }),
    }
    const text = writeCheckpoint(checkpoint)
    const signature = this.signer.sign(Buffer.from(text)).toString('base64')
    this.store.append(writeLine({ text, signature, seed, heads: line.heads, missing: line.missing }))
    this.catchUp()
    this.note.write(checkpoint.number)
    if (this.last?.text === text) this.built = { kept: this.last, heads, tree }
  }

  /** Null before the first. */
  latest(): Latest | null {
    if (this.last && this.built?.kept !== this.last) {
      const heads = this.headsWith([])
      this.built = { kept: this.last, heads, tree: headTree(this.last.seed, heads, sha256) }
    }
    return this.built
  }

  /** Null where nothing was ever restored. */
  latestRestoration(): LatestRestoration | null {
    const kept = this.lastRestored
    if (kept && this.builtRestored?.kept !== kept) {
      const { seed, heads, missing } = kept
      const gap = { heads: missing, tree: missingTree(seed, missing) }
      this.builtRestored = { kept, heads, tree: headTree(seed, heads, sha256), missing: gap }
    }
    return this.builtRestored
  }

  /** Every log as the checkpoints have it. */
  known(): readonly Head[] {
    return this.headsWith([])
  }

  /** How many entries the newest checkpoint covers, in all logs together. */
  covered(): number {
    let sum = 0
    for (const { seq } of this.heads.values()) sum += seq
    return sum
  }

  headOf(log: LogId): Head | null {
    return this.heads.get(log) ?? null
  }

  private headsWith(changed: readonly Head[]): readonly Head[] {
    const heads = new Map(this.heads)
    for (const head of changed) heads.set(head.log, head)
    return [...heads.values()].sort((a, b) => (a.log < b.log ? -1 : 1))
  }

  private take(kept: KeptCheckpoint, position: CheckpointPosition): void {
    if (kept.checkpoint.restored) {
      this.heads.clear()
      this.lastRestored = kept
    }
    for (const head of kept.heads) this.heads.set(head.log, head)
    this.position = position
    this.last = kept
  }
}

function gapOf(seed: Uint8Array, missing: readonly Head[], backup: number): Restored {
  const root = merkleRoot(missingTree(seed, missing), sha256)
  return { backup, missingSize: treeSize(missing.length), missing: toHex(root) }
}
