import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { RecordAt, RecordPage } from '@accord/domain/rest/record'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { placeFor } from '../history/entry.repository.js'
import { HistoryBroken } from '../history/history.service.js'
import { KeyMissing } from '../history/key-store.js'
import { PlanReader } from '../plan/plan-reader.js'
import { ReplayService, type ReplayPlace } from './replay.service.js'
import { named, StoredRecords } from './stored-records.js'

/** The record of a plan, as stored and opened; its reader checks it. (HI11) */
@Injectable()
export class RecordService {
  constructor(
    private readonly replays: ReplayService,
    private readonly access: AccessService,
    private readonly plans: PlanReader,
    private readonly stored: StoredRecords,
  ) {}

  async page(actor: Actor, place: ReplayPlace, after: number): Promise<RecordPage | Refusal> {
    const found = await this.replays.openedBy(actor, place)
    if ('refused' in found) return found
    const { subject } = found
    const page = await this.stored.page(placeFor(actor, place.plan, subject), after)
    return page
      ? { ...page, people: await this.access.peopleOfLog(actor.clinic, subject) }
      : refuse('not-found')
  }

  async at(actor: Actor, place: ReplayPlace, seq?: number): Promise<RecordAt | Refusal> {
    const found = await this.replays.openedBy(actor, place)
    if ('refused' in found) return found
    const { subject } = found
    const log = placeFor(actor, place.plan, subject)
    try {
      const [{ plan, position }, early, people] = await Promise.all([
        this.plans.load(log, seq),
        this.stored.entries.head(log),
        this.access.peopleOfLog(actor.clinic, subject),
      ])
      // A head never lies behind the moment that is shown with it.
      const head = early && early.seq >= plan.seq ? early : await this.stored.entries.head(log)
      if (!head || (seq !== undefined && plan.seq !== seq)) return refuse('not-found')
      return { plan, at: position.at, head: named(head), people }
    } catch (error) {
      if (error instanceof HistoryBroken || error instanceof KeyMissing) return refuse('plan-unreadable')
      throw error
    }
  }
}
