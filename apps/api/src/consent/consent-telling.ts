import type { Actor } from '@accord/domain/access/subject'
import { askedOf, latestAnswers, withheldSince, type PresentTexts } from '@accord/domain/consent/ledger'
import { liveParties, livePartyOf } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { LogId, PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { CaseConsents, ConsentRow, ConsentText } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { LookRepository } from '../looks/look.repository.js'
import { ConsentSeal } from './consent-seal.js'
import { ConsentTextRepository } from './consent-text.repository.js'
import { endedSupervisors, ledgerOf, type StoredConsent } from './consent.repository.js'

/** Tells how the consents of a case stand, to whoever may read them. (CO5, CO8) */
@Injectable()
export class ConsentTelling {
  constructor(
    private readonly access: AccessService,
    private readonly transactions: ClinicTransactions,
    private readonly looks: LookRepository,
    private readonly seal: ConsentSeal,
    private readonly clock: Clock,
  ) {}

  async of({ clinic, person }: Actor, facts: CaseFacts): Promise<CaseConsents | Refusal> {
    const { caseId } = facts
    const plan = await this.looks.planOf(clinic, caseId)
    if (!plan) return refuse('not-found')
    const people = await this.access.peopleOfCase(clinic, caseId)
    const names = new Map(people.map((one) => [one.person, one.name]))
    return this.transactions.run(
      [clinic],
      async (manager) => {
        const texts = await ConsentTextRepository.present(manager, clinic)
        const stored = await ledgerOf(manager, caseId)
        const since = withheldSince(stored, 'supervision')
        const ended = since === null ? [] : await endedSupervisors(manager, caseId, since)
        const rows = this.rowsOf(plan, stored, names)
        return {
          caseId,
          texts,
          clients: clientsOf(facts).map((client) => ({
            client,
            name: names.get(client) ?? '',
            asked: askedOf(latestAnswers(stored), versionsOf(texts), client, this.clock.now()),
            ledger: rows.filter((row) => row.client === client).reverse(),
            mayAnswer: person === client || livePartyOf(facts.parties, person)?.relation === 'guardian',
          })),
          practitioners: people.flatMap(({ relation, name, person: one }) =>
            relation === 'practitioner' && livePartyOf(facts.parties, one) ? [name] : [],
          ),
          supervisors: facts.supervisors.map((one) => names.get(one) ?? ''),
          awaiting: ended.map(({ name }) => name),
        }
      },
      [person],
    )
  }

  private rowsOf(
    plan: LogId,
    stored: readonly StoredConsent[],
    names: ReadonlyMap<PersonId, string>,
  ): readonly ConsentRow[] {
    const called = new Map<string, string>()
    return stored.map(({ words, ...entry }) => {
      const { name, recipient } = this.seal.signed(plan, entry.consent, words)
      if (entry.recipient !== null && recipient !== null) called.set(entry.recipient, recipient)
      const recipientName = entry.recipient === null ? null : (called.get(entry.recipient) ?? null)
      return { ...entry, name, recipientName, signedByName: names.get(entry.signedBy) ?? '' }
    })
  }
}

function clientsOf({ parties }: CaseFacts): readonly PersonId[] {
  return liveParties(parties).flatMap(({ person, relation }) => (relation === 'client' ? [person] : []))
}

function versionsOf(texts: readonly ConsentText[]): PresentTexts {
  const version = (purpose: ConsentText['purpose']) => ({
    version: texts.find((text) => text.purpose === purpose)?.version ?? 1,
  })
  return {
    limits: version('limits'),
    'working-together': version('working-together'),
    supervision: version('supervision'),
  }
}
