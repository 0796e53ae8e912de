import type { LaneBatch } from './commit-lane.js'
import type { Asked, OperationAnswer, RoomState, StagedOperation } from './room-state.js'

/** Operations that hold and are not stored yet: first those that are being committed, then those that wait. */
export class Tail {
  private staged: StagedOperation[] = []
  private committingCount = 0

  get isEmpty(): boolean {
    return this.staged.length === 0
  }

  /** How many are being committed. */
  get committing(): number {
    return this.committingCount
  }

  /** The state after everything that is staged; null when nothing is. */
  get state(): RoomState | null {
    return this.staged.at(-1)?.after ?? null
  }

  push(staged: StagedOperation): void {
    this.staged.push(staged)
  }

  /** Hands over the next ones to be committed; null when there are none or some are on their way. */
  take(most: number): LaneBatch | null {
    if (this.committingCount > 0 || this.isEmpty) return null
    const taken = this.staged.slice(0, most)
    this.committingCount = taken.length
    return {
      entries: taken.map(({ entry }) => entry),
      alerts: taken.flatMap(({ entry, alarming }) =>
        alarming ? [{ entry, kind: 'large-deletion' as const }] : [],
      ),
    }
  }

  /** Those that were being committed are stored. */
  settled(): readonly StagedOperation[] {
    const stored = this.staged.slice(0, this.committingCount)
    this.staged = this.staged.slice(this.committingCount)
    this.committingCount = 0
    return stored
  }

  /** Throws everything away that is staged and says what it was. */
  drop(): readonly StagedOperation[] {
    const dropped = this.staged
    this.staged = []
    this.committingCount = 0
    return dropped
  }

  /** Somebody sent a waiting operation again: they are answered with it. (LP3) */
  alsoAnswer(again: Asked): boolean {
    const at = this.staged.findIndex(
      ({ asked }) => asked.clientId === again.clientId && asked.op === again.op,
    )
    const staged = this.staged[at]
    if (!staged) return false
    const first = staged.asked.answer
    const answer = (given: OperationAnswer) => {
      first(given)
      again.answer(given)
    }
    this.staged[at] = { ...staged, asked: { ...staged.asked, answer } }
    return true
  }
}
