import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import { liveParties } from '@accord/domain/case/party'
import { relationTo, type CaseFacts, type Relation } from '@accord/domain/case/relation'
import type { SessionId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { SessionCard } from '@accord/domain/rest/session'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { StoredSession } from './session.repository.js'
import { SessionService } from './session.service.js'
import { CallRepository } from '../call/call.repository.js'
import { SettingsRepository } from './settings.repository.js'

/** A session that somebody may see, and what they are to its case. */
export interface FoundSession {
  readonly stored: StoredSession
  readonly facts: CaseFacts
  readonly relation: Relation
}

/** Sessions as the asker may see them. (SE3) */
@Injectable()
export class SessionCards {
  constructor(
    private readonly access: AccessService,
    private readonly sessions: SessionService,
    private readonly settings: SettingsRepository,
    private readonly calls: CallRepository,
  ) {}

  /** The first line of whatever is done with a session. */
  async find(actor: Actor, session: SessionId, action: Action): Promise<FoundSession | Refusal> {
    const stored = await this.sessions.find(actor, session)
    const facts = stored && (await this.access.factsOfCase(actor.clinic, stored.caseId))
    const no = this.access.refusal(actor, action, facts)
    const relation = facts && relationTo(facts, actor.person)
    if (no || !stored || !facts || !relation) return no ?? refuse('not-found')
    return { stored, facts, relation }
  }

  async card(actor: Actor, { stored, facts, relation }: FoundSession): Promise<SessionCard> {
    const [people, { callLink }] = await Promise.all([
      this.access.peopleOfCase(actor.clinic, stored.caseId),
      this.settings.read(actor, stored),
    ])
    const { session, caseId, plan, number, kind, place, scheduledFor, minutes, state, steps } = stored
    const usual = place === 'remote' ? await this.usualCallLink(actor, facts) : null
    return {
      ...{ session, caseId, plan, number, kind, place, scheduledFor, minutes, state, steps },
      ...{ relation, people, callLink: place === 'remote' ? (callLink ?? usual) : null },
    }
  }

  /** The practitioner's own room, or else the clinic's. (SE14) */
  async usualCallLink({ clinic }: Actor, { parties }: CaseFacts): Promise<string | null> {
    const practitioners = liveParties(parties).filter(({ relation }) => relation === 'practitioner')
    return this.calls.usual(
      clinic,
      practitioners.map(({ person }) => person),
    )
  }
}
