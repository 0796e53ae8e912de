import { Injectable } from '@nestjs/common'
import type { LogId } from '@accord/domain/ids'
import { AlertRepository } from '../audit/alert.repository.js'
import { flawOf } from '../audit/broken-histories.js'
import { Clock } from '../config/clock.js'
import type { LogPlace } from '../history/entry.repository.js'

/** How long a plan that does not hold is not looked at again, in ms. */
const HELD = 60_000

/** Plans whose history does not hold. They are shown to nobody; all others go on. (Y12) */
@Injectable()
export class Quarantine {
  private readonly since = new Map<LogId, number>()

  constructor(
    private readonly alerts: AlertRepository,
    private readonly clock: Clock,
  ) {}

  /** How many plans are set apart now. */
  get size(): number {
    const now = this.clock.now()
    return [...this.since.values()].filter((since) => now - since < HELD).length
  }

  holds(log: LogId): boolean {
    const since = this.since.get(log)
    if (since === undefined) return false
    if (this.clock.now() - since < HELD) return true
    this.since.delete(log)
    return false
  }

  /** True for an error that says that a history does not hold, and not that something else went wrong. */
  isBroken(error: unknown): boolean {
    return flawOf(error) !== null
  }

  /** Sets a plan apart and tells whoever looks after the house. Throws on an error of another kind. */
  async add(place: LogPlace, error: unknown): Promise<void> {
    const flaw = flawOf(error)
    if (!flaw) throw error
    const at = this.clock.now()
    this.since.set(place.log, at)
    await this.alerts.raise({ ...flaw, ...place, kind: 'history-broken', at })
  }
}
