import type { LogId } from '@accord/domain/ids'
import { storeClient, type Refused } from '@accord/domain/sync/client-state'
import type { Claim, PendingStore } from '../pending-store/pending-store.js'
import { sendOrphan, type OrphanSender } from './send-orphan.js'

interface AdoptionParts extends OrphanSender {
  readonly plan: LogId
  readonly store: PendingStore
  /** Told what a closed tab could not save. */
  readonly onRefused: (refused: readonly Refused[]) => void
}

/**
 * Sends what closed tabs of the same person left unsent: each by its own client machine over a connection of its
 * own, so that numbers go on where they stopped and nothing is stored twice. (LP3, LP13)
 */
export class Adoption {
  readonly #parts: AdoptionParts
  #phase: 'idle' | 'running' | 'stopped' = 'idle'
  #abandon: () => void = () => undefined

  constructor(parts: AdoptionParts) {
    this.#parts = parts
  }

  async run(): Promise<void> {
    if (this.#phase !== 'idle') return
    this.#phase = 'running'
    const orphans = await this.#parts.store.orphans(this.#parts.plan)
    for (const orphan of orphans) {
      if (!this.#isStopped()) await this.#adopt(orphan)
      orphan.release()
    }
    if (!this.#isStopped()) this.#phase = 'idle'
  }

  stop(): void {
    this.#phase = 'stopped'
    this.#abandon()
  }

  #isStopped(): boolean {
    return this.#phase === 'stopped'
  }

  async #adopt(orphan: Claim): Promise<void> {
    if (!orphan.stored) return
    const sending = sendOrphan(orphan, orphan.stored, this.#parts)
    this.#abandon = sending.abandon
    const after = await sending.done
    // What this tab could not send or show is another's to send, and the list's to show. (OF10, OF11)
    if (!after) return
    if (after.ending) {
      await orphan.keep(storeClient(after.state))
      return
    }
    if (after.state.refused.length > 0) this.#parts.onRefused(after.state.refused)
    await orphan.keep(null)
  }
}
