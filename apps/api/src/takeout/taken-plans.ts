import type { Actor } from '@accord/domain/access/subject'
import { momentsRead, readEntry, startReading, type Moment } from '@accord/domain/history/moments'
import type { CaseId, LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { TakenMoment } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { OwnLogService } from '../draft/own-log.service.js'
import { placeFor, type LogPlace } from '../history/entry.repository.js'
import { ReadablePlans } from '../plan/readable-plans.js'
import { BundledEntries } from '../proof/bundled-entries.js'

/** A log that its reader may read, folded. */
export interface TakenLog {
  readonly log: TakenMoment['log']
  readonly place: LogPlace
  readonly plan: Plan
}

/** Plans, drafts and how they came to be, for whoever may replay them. (TO2) */
@Injectable()
export class TakenPlans {
  constructor(
    private readonly access: AccessService,
    private readonly plans: ReadablePlans,
    private readonly entries: BundledEntries,
    private readonly own: OwnLogService,
  ) {}

  async of(actor: Actor, id: LogId, log: TakenMoment['log']): Promise<TakenLog | Refusal> {
    const subject = await this.access.subjectOf(actor.clinic, id, [actor.person])
    const no = this.access.refusalInLog(actor, 'replay', subject)
    if (no || !subject) return no ?? refuse('not-found')
    const place = placeFor(actor, id, subject)
    const { plan } = await this.plans.read(place)
    return { log, place, plan }
  }

  /** The asker's own drafts; null where there never was one. (DR1) */
  async drafts(actor: Actor, caseId: CaseId): Promise<{ readonly taken: TakenLog | null } | Refusal> {
    const own = await this.own.drafts(actor, caseId)
    if (isRefusal(own)) return own
    if (own.log === null) return { taken: null }
    const taken = await this.of(actor, own.log, 'draft')
    return isRefusal(taken) ? taken : { taken }
  }

  /** As far as the record can be told: what follows an entry that cannot be read stands on words that are missing. */
  async history({ place, plan }: TakenLog): Promise<readonly Moment[]> {
    const reading = startReading()
    for await (const page of this.entries.pages(place, plan.seq)) {
      for (const { read } of page) {
        if (!read) return momentsRead(reading)
        readEntry(reading, read)
      }
    }
    return momentsRead(reading)
  }
}
