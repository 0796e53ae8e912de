import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import { refusalOf } from '@accord/domain/access/may'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import { isUuid } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { EmergencyBody, EmergencyMatches, EmergencyOpened } from '@accord/domain/rest/emergency'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { actOf, type Whence } from '../audit/audit-trail.js'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { EmergencyBook } from './emergency-book.js'
import { sealReason } from './emergency-seal.js'
import type { OpeningRow } from './emergency-lines.repository.js'

/** Opening what isn't one's own, where somebody may be in danger. (EM1–EM6, EM11) */
@Injectable()
export class EmergencyService {
  constructor(
    private readonly access: AccessService,
    private readonly book: EmergencyBook,
    private readonly clock: Clock,
  ) {}

  /** Whoever may is asked by the guard; each try is kept with its event. (EM1, EM2) */
  async find(actor: Actor, name: string, whence: Whence): Promise<EmergencyMatches | Refusal> {
    const { clinic, person } = actor
    const act = this.actOf(actor, 'emergency.find', whence)
    const matches = await this.book.tries.find({ id: newUuid(act.at), clinic, person, name, act })
    return matches === null ? refuse('too-fast') : { matches }
  }

  async open(actor: Actor, body: EmergencyBody, whence: Whence): Promise<EmergencyOpened | Refusal> {
    const { clinic, person: by } = actor
    const { caseId, client, code, why: reason } = body
    const facts = await this.access.factsOfCase(clinic, caseId)
    const no = await this.refusal(actor, 'emergency.open', facts, null)
    if (no || !facts) return no ?? refuse('not-found')
    const place = await this.book.placeOf(clinic, caseId)
    if (livePartyOf(facts.parties, client)?.relation !== 'client' || !place) return refuse('not-found')
    const act = this.actOf(actor, 'emergency.open', whence)
    const access = newUuid(act.at)
    const content = sealReason({ code, reason }, access, place.key)
    const opened = await this.book.openings.open({
      ...{ access, clinic, caseId, client, by, content, act, plan: place.plan },
      relation: actor.roles.includes('practitioner') ? 'practitioner' : 'supervisor',
      parts: [...new Set(body.parts)],
      keyVersion: place.key.version,
    })
    return { access: opened }
  }

  async end(actor: Actor, access: string): Promise<Refusal | null> {
    const found = await this.found(actor, 'emergency.end', access)
    if ('refused' in found) return found
    await this.book.openings.end(actor.clinic, access, actor.person)
    return null
  }

  /** An opening that somebody may do this with. */
  async found(actor: Actor, action: Action, access: string): Promise<OpeningRow | Refusal> {
    const row = isUuid(access) ? await this.book.lines.one(actor, access) : null
    const facts = row && (await this.access.factsOfCase(actor.clinic, row.caseId))
    return (await this.refusal(actor, action, facts, row)) ?? row ?? refuse('not-found')
  }

  actOf(actor: Actor, action: Action, whence: Whence) {
    return actOf(actor, { action, outcome: 'done' }, whence, this.clock.now())
  }

  private async refusal(
    actor: Actor,
    action: Action,
    facts: CaseFacts | null,
    row: OpeningRow | null,
  ): Promise<Refusal | null> {
    if (!facts) return refuse('not-found')
    const isWithheld = await this.book.openings.isWithheld(facts.clinic, facts.caseId, actor.person)
    return refusalOf(actor, action, { kind: 'emergency', facts, isWithheld, opening: row })
  }
}
