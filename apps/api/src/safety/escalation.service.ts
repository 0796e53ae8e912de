import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { Rounds } from '../config/rounds.js'
import { isStorageAway } from '../database/failures.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { AlertRepository } from './alert.repository.js'

/** How often it is looked, in ms. */
const PAUSE = 15_000

/**
 * Sends alerts on that nobody acknowledged in time. When one is due stands in its row: nothing of it is in a process, a
 * restart forgets none, and of many processes whichever looks first sends it, once. (SA4)
 */
@Injectable()
export class Escalations implements BeforeApplicationShutdown {
  private readonly rounds = new Rounds(() => this.look(), PAUSE)

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly repository: AlertRepository,
    private readonly clock: Clock,
  ) {}

  /** Begins to look, at once and then again and again. Not in the house that fills the demo, where it is another day. */
  begin(): void {
    void this.look().finally(() => this.rounds.begin())
  }

  beforeApplicationShutdown(): void {
    this.rounds.stop()
  }

  async look(): Promise<void> {
    try {
      const alerts = await this.repository.escalate(this.clock.now())
      if (alerts > 0) this.logger.info({ event: 'alerts-escalated', alerts })
    } catch (error) {
      // What is due stays due: the next round finds it.
      if (isStorageAway(error)) this.logger.warn({ event: 'escalation-waits', why: 'storage-away' })
      else logBug(this.logger, error)
    }
  }
}
