import type { Actor } from '@accord/domain/access/subject'
import type { LogId } from '@accord/domain/ids'
import type { Refusal } from '@accord/domain/refusal'
import type { AttentionList, CaseAttention } from '@accord/domain/rest/attention'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository, type CaseRow } from '../case/case.repository.js'
import { Clock } from '../config/clock.js'
import { Channel } from '../notify/channel.js'
import { CaseNews } from './case-news.js'

/** What would like somebody's attention, in all their open cases. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseRepository,
    private readonly news: CaseNews,
    private readonly channel: Channel,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<AttentionList> {
    const at = this.clock.now()
    const [rows, told] = await Promise.all([
      this.cases.ofPerson(actor.clinic, actor.person),
      this.channel.toldUpTo(actor.clinic, actor.person),
    ])
    const open = rows.filter(({ closed_ms: closed }) => closed === null)
    const found = await this.news.of(actor, open.flatMap(logsOf), { told, now: at })
    return { at, cases: found.filter(hasSomething) }
  }

  /** Notes what somebody has seen, as far as it is not ahead of the server's time. (AT8) */
  async seen(actor: Actor, plan: LogId, upTo: number): Promise<Refusal | null> {
    const subject = await this.access.subjectOf(actor.clinic, plan, [actor.person])
    const no = this.access.refusalInLog(actor, 'seen', subject)
    if (no) return no
    const { clinic, person } = actor
    await this.channel.told({ clinic, person, plan }, Math.min(upTo, this.clock.now()), 'list')
    return null
  }
}

function hasSomething({ items, looks, reviews, sessions, alarms }: CaseAttention): boolean {
  return items.length + looks.length + reviews.length + sessions.length + alarms.length > 0
}

/** The logs of a case that its people share; a confidential one is named in the row to its confidants alone. (CF6) */
function logsOf({ plan, confidential }: CaseRow): readonly LogId[] {
  return confidential === null ? [plan] : [plan, confidential]
}
