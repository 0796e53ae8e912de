import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { Rounds } from '../config/rounds.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { Figures } from './figures.js'

/** In ms. */
const LOOKS_EVERY = 1_000
const TOLERATED = 1_000
const TELLS_EVERY = 60_000

/**
 * Raises an alarm when this machine's clock goes back: against the time that cannot, or against what is stored already.
 * Order is never in question, since it is the sequence's; the times that people read are. (FT10, A17)
 */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(async () => {
    await Promise.resolve()
    this.look()
  }, LOOKS_EVERY)
  private last: { readonly wall: number; readonly steady: number } | null = null
  private toldAt = -Infinity

  constructor(
    private readonly clock: Clock,
    private readonly figures: Figures,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin()
  }

  beforeApplicationShutdown(): void {
    this.rounds.stop()
  }

  /** Compares the clock with the time since the last look. Asked for by tests; otherwise a timer does. */
  look(): void {
    const now = { wall: this.clock.now(), steady: performance.now() }
    const back = this.last ? now.steady - this.last.steady - (now.wall - this.last.wall) : 0
    this.last = now
    if (back > TOLERATED) this.tell(back)
  }

  /** An entry bears the time of the one before it, because the clock is behind that. @param ms how far */
  behind(ms: number): void {
    if (ms > TOLERATED && performance.now() - this.toldAt > TELLS_EVERY) this.tell(ms)
  }

  private tell(ms: number): void {
    this.toldAt = performance.now()
    this.figures.clockWentBack()
    this.logger.error({ event: 'clock-went-back', ms: Math.round(ms) })
  }
}
