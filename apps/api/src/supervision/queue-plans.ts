import type { ClinicId, LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { changesSinceSigned } from '@accord/domain/review/coverage'
import { Injectable } from '@nestjs/common'
import { isUnreadable } from '../history/history.service.js'
import { PlanReader } from '../plan/plan-reader.js'
import { ReviewLogs, type ReviewPlace } from '../review/review-logs.js'

/** Plans and their reviews as a queue needs them: one whose history does not hold is a reason, and no failure of all the others. */
@Injectable()
export class QueuePlans {
  constructor(
    private readonly plans: PlanReader,
    private readonly reviews: ReviewLogs,
  ) {}

  /** Null when its log does not hold or its key is missing. */
  async read(clinic: ClinicId, log: LogId): Promise<Plan | null> {
    return this.plans.readOrNull({ clinic, log })
  }

  /** How many changes of a record no signature covers yet; null when its review does not hold. */
  async unsigned(place: ReviewPlace, head: { readonly seq: number; readonly hash: string }) {
    return orNull(async () => changesSinceSigned((await this.reviews.read(place)).review, head))
  }
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (isUnreadable(error)) return null
    throw error
  }
}
