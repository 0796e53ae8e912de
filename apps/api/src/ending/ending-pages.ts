import { may } from '@accord/domain/access/may'
import { whoMay } from '@accord/domain/access/who-may'
import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import { endingHalves, isAllSaid } from '@accord/domain/ending/decide'
import { endingWordsHash } from '@accord/domain/ending/text'
import type { EndingPage, EndingState } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { LogKey } from '../history/key-store.js'
import { UrgentNumbersService } from '../safety/urgent-numbers.service.js'
import { addendaOf, draftOf, packOf } from './ending-words.js'
import { EndingRepository, type StoredEnding } from './ending.repository.js'
import { NOTHING_OFFERED, QuotedGoals } from './quoted-goals.js'
import { ReadingDaysRepository } from './reading-days.repository.js'

/** A pack as its readers see it, with what they may do. (EN8) */
@Injectable()
export class EndingPages {
  constructor(
    private readonly access: AccessService,
    private readonly repository: EndingRepository,
    private readonly goals: QuotedGoals,
    private readonly numbers: UrgentNumbersService,
    private readonly days: ReadingDaysRepository,
  ) {}

  async page(actor: Actor, facts: CaseFacts, key: LogKey): Promise<EndingPage> {
    const { clinic } = actor
    const { caseId, closedAt } = facts
    const [stored, people, urgent, days, readUntil] = await Promise.all([
      this.repository.read(actor, caseId),
      this.access.peopleOfCase(clinic, caseId),
      this.numbers.read(clinic),
      this.days.latest(clinic),
      this.days.until(clinic, caseId),
    ])
    const state: EndingState = stored ? await this.stateOf(facts, stored, key) : { kind: 'none' }
    const can = (action: Action) => may(actor, action, { kind: 'case', facts })
    return {
      caseId,
      state,
      people,
      readers: whoMay('ending.read', { kind: 'case', facts }),
      urgent: urgent.numbers,
      closedAt,
      readUntil,
      readDays: days.days,
      mayBegin: can('ending.begin'),
      mayWrite: can('ending.write'),
      mayClose: can('ending.close'),
    }
  }

  private async stateOf(facts: CaseFacts, stored: StoredEnding, key: LogKey): Promise<EndingState> {
    const { ending, begunBy: by, begunAt: at } = stored
    const begun = { by, at }
    const closed = packOf(stored, key)
    if (closed && stored.pack) {
      const { by: closedBy } = stored.pack
      return { kind: 'closed', begun, ...closed, closedBy, addenda: addendaOf(stored, key) }
    }
    const draft = draftOf(stored, key)
    const scene = { ending, draft, parties: facts.parties }
    return {
      kind: 'open',
      ...{ ending, begun, draft, hash: endingWordsHash(ending, draft) },
      halves: endingHalves(scene),
      isAllSaid: isAllSaid(scene),
      ...(facts.closedAt === null ? await this.goals.offered(facts.clinic, facts.caseId) : NOTHING_OFFERED),
    }
  }
}
