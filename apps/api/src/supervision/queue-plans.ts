import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { ClinicId, LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { changesSinceSigned } from '@accord/domain/review/coverage'
import type { QueueCue } from '@accord/domain/supervision/reasons-of'
import { Injectable } from '@nestjs/common'
import { AllianceReadings } from '../alliance/alliance-readings.js'
import { HistoryBroken } from '../history/history.service.js'
import { KeyMissing } from '../history/key-store.js'
import { PlanReader } from '../plan/plan-reader.js'
import { ReviewLogs, type ReviewPlace } from '../review/review-logs.js'

/** Plans and their reviews as a queue needs them: one whose history does not hold is a reason, and no failure of all the others. */
@Injectable()
export class QueuePlans {
  constructor(
    private readonly plans: PlanReader,
    private readonly reviews: ReviewLogs,
    private readonly alliance: AllianceReadings,
  ) {}

  /** Null when its log does not hold or its key is missing. */
  async read(clinic: ClinicId, log: LogId): Promise<Plan | null> {
    return orNull(() => this.plans.read({ clinic, log }))
  }

  /** How many changes of a record no signature covers yet; null when its review does not hold. */
  async unsigned(place: ReviewPlace, head: { readonly seq: number; readonly hash: string }) {
    return orNull(async () => changesSinceSigned((await this.reviews.read(place)).review, head))
  }

  /** What check-ins ask of somebody, by what is shown to them; nothing where the key is missing. (AL3, CI3) */
  async cues(actor: Actor, facts: CaseFacts): Promise<readonly QueueCue[]> {
    const found = await orNull(() => this.alliance.of(actor, facts))
    return (found?.readings ?? []).flatMap(({ client, cues }) => cues.map((cue) => ({ client, cue })))
  }
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof HistoryBroken || error instanceof KeyMissing) return null
    throw error
  }
}
