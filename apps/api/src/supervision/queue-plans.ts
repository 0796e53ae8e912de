import type { ClinicId, LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { Injectable } from '@nestjs/common'
import { HistoryBroken } from '../history/history.service.js'
import { KeyMissing } from '../history/key-store.js'
import { PlanReader } from '../plan/plan-reader.js'

/** Plans as a queue needs them: one whose history does not hold is a reason, and no failure of all the others. */
@Injectable()
export class QueuePlans {
  constructor(private readonly plans: PlanReader) {}

  /** Null when its log does not hold or its key is missing. */
  async read(clinic: ClinicId, log: LogId): Promise<Plan | null> {
    try {
      return await this.plans.read({ clinic, log })
    } catch (error) {
      if (error instanceof HistoryBroken || error instanceof KeyMissing) return null
      throw error
    }
  }
}
