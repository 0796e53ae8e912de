import type { Actor } from '@accord/domain/access/may'
import type { CaseId } from '@accord/domain/ids'
import type { Refusal } from '@accord/domain/refusal'
import type { RecordLooks } from '@accord/domain/rest/attention'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { Clock } from '../config/clock.js'

const THIRTY_DAYS_MS = 30 * 86_400_000

/** Who looked at a record, for those whose record it is. (AT11) */
@Injectable()
export class LooksService {
  constructor(
    private readonly access: AccessService,
    private readonly events: AccessEventRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<RecordLooks | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'looks.read', facts)
    if (no) return no
    const since = new Date(this.clock.now() - THIRTY_DAYS_MS)
    const [looks, people] = await Promise.all([
      this.events.looks(actor.clinic, caseId, actor.person, since),
      this.access.peopleOfCase(actor.clinic, caseId),
    ])
    const names = new Map(people.map(({ person, name }) => [person, name]))
    return { looks: looks.map((look) => ({ ...look, name: names.get(look.person) ?? '' })) }
  }
}
