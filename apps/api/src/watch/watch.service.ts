import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'
import { Injectable } from '@nestjs/common'
import { HealthService, type NotReady } from '../health/health.service.js'
import { CheckpointService } from '../proof/checkpoint.service.js'
import { Figures } from './figures.js'

/** What the watch port shows. (MP10, MP12) */
@Injectable()
export class WatchService {
  private lag: IntervalHistogram | null = null

  constructor(
    private readonly health: HealthService,
    private readonly checkpoints: CheckpointService,
    private readonly figures: Figures,
  ) {}

  /** Begins to measure what costs something to measure. */
  begin(): void {
    const lag = monitorEventLoopDelay({ resolution: 10 })
    lag.enable()
    this.lag = lag
    const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
    const { figures, checkpoints } = this
    figures.gauge('accord_event_loop_lag_p99_seconds', 'Since the figures were last read.', () =>
      seconds(lag.percentile(99)),
    )
    figures.gauge('accord_event_loop_lag_max_seconds', 'Since the figures were last read.', () =>
      seconds(lag.max),
    )
    figures.gauge(
      'accord_chain_verify_age_seconds',
      'Since all logs were compared with their checkpoints.',
      () => {
        const at = checkpoints.lastComparison()
        return at === null ? Number.NaN : (Date.now() - at) / 1_000
      },
    )
    figures.gauge('accord_chain_contradicted_logs', 'Logs that contradict a checkpoint.', () => {
      const state = checkpoints.state()
      return state.kind === 'contradicted' ? state.logs : 0
    })
    figures.gauge('accord_resident_bytes', 'Memory of this process.', () => process.memoryUsage.rss())
  }

  end(): void {
    this.lag?.disable()
  }

  async notReady(): Promise<NotReady | null> {
    return this.health.reason()
  }

  async text(): Promise<string> {
    const text = await this.figures.registry.metrics()
    this.lag?.reset()
    return text
  }
}
