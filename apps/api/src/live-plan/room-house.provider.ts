import { Inject, Injectable } from '@nestjs/common'
import { textAt, type Plan } from '@accord/domain/plan/plan'
import { Clock } from '../config/clock.js'
import { isStorageAway } from '../database/failures.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import type { OpenPlans } from '../plan/open-plans.js'
import { CommitLane } from './commit-lane.js'
import { Courtesy } from './courtesy.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { PlanHints } from './plan-hints.js'
import type { RoomHouse } from './room-house.js'
import { StoredPlans } from './stored-plans.js'

/** Brings together what rooms share: storage, keys, the clock and the one lane. */
@Injectable()
export class RoomHouseProvider {
  readonly lane: CommitLane
  private readonly courtesy = new Courtesy()
  private readonly background = new Set<Promise<void>>()

  constructor(
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
    private readonly stored: StoredPlans,
    readonly hints: PlanHints,
  ) {
    this.lane = new CommitLane(
      (batch) => hints.store(batch),
      limits,
      (error) => this.logBug(error),
    )
  }

  get openPlans(): OpenPlans {
    return this.stored.open
  }

  house(failed: RoomHouse['failed']): RoomHouse {
    const { history, reader, checkpoints } = this.stored
    const { limits, clock, lane, hints, courtesy } = this
    return {
      entries: history.repository,
      history,
      keys: history.keys,
      clock,
      limits,
      lane: { wake: (member) => courtesy.wake(member, (woken) => lane.wake(woken)) },
      failed,
      announce: (log, who, gone) => hints.announce(log, who, gone),
      told: (place, entry, source) => {
        courtesy.told(place.log, source)
        hints.told(entry, source)
        if (source === 'own') hints.stirs(place, entry)
      },
      open: (entry) => history.open(entry),
      textAt: async (place, seq, text) => {
        const past = await reader.readAt(place, seq)
        return (past && textAt(past, text)) ?? null
      },
      checkpoint: (place, plan: Plan) => this.inBackground(() => checkpoints.keep(place, plan)),
    }
  }

  /** What runs in the background is a cache, or is raised again with the next opening. */
  inBackground(task: () => Promise<void>): void {
    const running = task()
      .catch((error: unknown) => {
        if (!isStorageAway(error)) this.logBug(error)
      })
      .finally(() => this.background.delete(running))
    this.background.add(running)
  }

  /** Everything that rooms have to store is stored. */
  async allStored(): Promise<void> {
    this.courtesy.end()
    await this.lane.idle()
  }

  async idle(): Promise<void> {
    while (this.background.size > 0) await Promise.all(this.background)
  }

  logBug(error: unknown): void {
    logBug(this.logger, error)
  }
}
