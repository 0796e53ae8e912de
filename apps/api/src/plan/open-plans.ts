import { Injectable } from '@nestjs/common'
import type { LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'

/** The plans that are open in this process, as confirmed. Their rooms put themselves here. */
@Injectable()
export class OpenPlans {
  private readonly confirmed = new Map<LogId, () => Plan>()

  opened(log: LogId, confirmed: () => Plan): void {
    this.confirmed.set(log, confirmed)
  }

  closed(log: LogId): void {
    this.confirmed.delete(log)
  }

  plan(log: LogId): Plan | null {
    return this.confirmed.get(log)?.() ?? null
  }
}
