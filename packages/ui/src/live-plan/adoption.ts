import type { LogId } from '@accord/domain/ids'
import { restoreClient, type ClientState, type Refused } from '@accord/domain/sync/client-state'
import type { Claim, PendingStore } from '../pending-store/pending-store.js'
import type { LiveConnection } from './connection.js'
import { PlanSession } from './plan-session.js'

interface AdoptionParts {
  readonly plan: LogId
  readonly store: PendingStore
  readonly connectAlone: () => LiveConnection
  readonly random: () => number
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
    const before = restoreClient(orphan.stored, null)
    const after = before.pending.length === 0 ? before : await this.#send(orphan, before)
    if (!after) return
    if (after.refused.length > 0) this.#parts.onRefused(after.refused)
    await orphan.keep(null)
  }

  /** The machine when everything was accepted or refused; null when this tab stops before, and the next one goes on. */
  async #send(orphan: Claim, before: ClientState): Promise<ClientState | null> {
    const connection = this.#parts.connectAlone()
    const after = await new Promise<ClientState | null>((resolve) => {
      const session = new PlanSession(before, {
        connection,
        claim: orphan,
        random: this.#parts.random,
        onStep: ({ state }) => {
          if (state.link === 'live' && state.pending.length === 0) finish(state)
        },
        onEnded: () => finish(null),
        onKept: () => undefined,
      })
      const finish = (state: ClientState | null) => {
        session.stop()
        resolve(state)
      }
      this.#abandon = () => finish(null)
      session.start()
    })
    connection.close()
    return after
  }
}
