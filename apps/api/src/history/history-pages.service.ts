import { Injectable } from '@nestjs/common'
import type { Actor } from '@accord/domain/access/subject'
import { relationTo } from '@accord/domain/case/relation'
import { toHex } from '@accord/domain/history/bytes'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import type { LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { HistoryPage } from '@accord/domain/rest/case'
import { AccessService } from '../access/access.service.js'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { placeFor, type LogPlace } from './entry.repository.js'
import { HistoryBroken, HistoryService } from './history.service.js'
import { KeyMissing } from './key-store.js'
import { sha256 } from './sealing.js'

const PAGE = 1_000

/** A plan's history for whoever may read it: entries in order, never silently cut. (HI9) */
@Injectable()
export class HistoryPages {
  constructor(
    private readonly history: HistoryService,
    private readonly access: AccessService,
    private readonly events: AccessEventRepository,
  ) {}

  async read(actor: Actor, log: string, after: number): Promise<HistoryPage | Refusal> {
    const plan = log as LogId
    const subject = await this.access.subjectOf(actor.clinic, plan, [actor.person])
    const no = this.access.refusalInLog(actor, 'replay', subject)
    const relation = subject && relationTo(subject.facts, actor.person)
    if (no || !subject || !relation) return no ?? refuse('not-found')
    const { clinic, person } = actor
    const { caseId } = subject.facts
    // Who replays a log of their own is written down nowhere: that would tell others that there is one. (DR4)
    if (subject.kind === 'case')
      await this.events.historyRead({ clinic, caseId, log: plan, person, relation, connection: null })
    try {
      const page = await this.page(placeFor(actor, plan, subject), after)
      return { ...page, people: await this.access.peopleOfLog(clinic, subject) }
    } catch (error) {
      if (error instanceof HistoryBroken || error instanceof KeyMissing) return refuse('plan-unreadable')
      throw error
    }
  }

  private async page(place: LogPlace, after: number): Promise<Omit<HistoryPage, 'people'>> {
    const before = await this.positionAt(place, after)
    const { entries, end } = before
      ? await this.history.pageFrom(place, before, PAGE)
      : { entries: [], end: { seq: after } }
    // Read after the entries, so that the head never lies behind them.
    const head = await this.history.repository.head(place)
    if (!head) throw new HistoryBroken({ log: place.log, seq: after, reason: 'head-differs' })
    const nextFrom = end.seq < head.seq && entries.length > 0 ? end.seq : null
    const { seq, hash, epoch } = head
    return { plan: place.log, epoch, head: { seq, hash: toHex(hash) }, entries, nextFrom }
  }

  /** Null when the log is not that long. */
  private async positionAt(place: LogPlace, seq: number): Promise<ChainPosition | null> {
    const { log } = place
    if (seq === 0) return chainStart(log, sha256)
    const entry = await this.history.repository.atSeq(place, seq)
    return entry && { log, seq, hash: entry.hash, at: entry.at, epoch: entry.epoch }
  }
}
