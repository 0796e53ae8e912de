import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import { LONGEST_WAIT } from '@accord/domain/consent/disclosure'
import { latestAnswers, stands } from '@accord/domain/consent/ledger'
import type { CaseId, LogId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CaseDisclosures, DisclosureBody } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { LookRepository } from '../looks/look.repository.js'
import { ConsentSeal } from './consent-seal.js'
import { DisclosureRepository } from './disclosure.repository.js'

/** What was told to outsiders, why, and on which authority. (CO9) */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly access: AccessService,
    private readonly disclosures: DisclosureRepository,
    private readonly looks: LookRepository,
    private readonly seal: ConsentSeal,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<CaseDisclosures | Refusal> {
    const plan = await this.planFor(actor, 'disclosure.read', caseId)
    if (isRefusal(plan)) return plan
    const rows = await this.disclosures.of(placeOf(actor, caseId))
    const people = await this.access.peopleOfCase(actor.clinic, caseId)
    const names = new Map(people.map((one) => [one.person, one.name]))
    const disclosures = rows.map(({ words, by: person, ...row }) => ({
      ...row,
      ...this.seal.told(plan, row.disclosure, words),
      by: { person, name: names.get(person) ?? '' },
    }))
    return { caseId, disclosures }
  }

  async write(actor: Actor, caseId: CaseId, body: DisclosureBody): Promise<CaseDisclosures | Refusal> {
    const plan = await this.planFor(actor, 'disclosure.write', caseId)
    if (isRefusal(plan)) return plan
    const now = this.clock.now()
    if (!isSound(body, now)) return refuse('malformed')
    if (body.consent !== null && !(await this.standsFor(actor, caseId, body.consent, now)))
      return refuse('consent-withheld')
    const { recipient, address, what, why, ...row } = body
    const disclosure = newUuid(now)
    const sealed = this.seal.tell(plan, disclosure, { recipient, address, what, why })
    await this.disclosures.add(placeOf(actor, caseId), { disclosure, ...row, writtenAt: now }, sealed)
    return this.read(actor, caseId)
  }

  /** Whether it is the answer that counts, and permits telling. */
  private async standsFor(actor: Actor, caseId: CaseId, consent: string, now: number): Promise<boolean> {
    const ledger = await this.disclosures.consentsOf(placeOf(actor, caseId))
    const found = latestAnswers(ledger).find((entry) => entry.consent === consent)
    return found?.purpose === 'disclosure' && stands(found, now)
  }

  private async planFor(actor: Actor, action: Action, caseId: CaseId): Promise<LogId | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, action, facts)
    return no ?? (await this.looks.planOf(actor.clinic, caseId)) ?? refuse('not-found')
  }
}

/** Told by now; resting on a consent just when that is its authority; kept back for at most 30 days, and never then. (CO9) */
function isSound({ toldAt, authority, consent, heldUntil }: DisclosureBody, now: number): boolean {
  if (toldAt > now || (consent !== null) !== (authority === 'consent')) return false
  return heldUntil === null || (authority !== 'consent' && heldUntil > now && heldUntil <= now + LONGEST_WAIT)
}

function placeOf({ clinic, person: reader }: Actor, caseId: CaseId) {
  return { clinic, caseId, reader }
}
