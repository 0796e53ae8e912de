import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../config/clock.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Mail } from '../mail/mail.service.js'
import { askedCases, casesOf, chosenRules, todayIn } from './asked-cases.repository.js'
import type { Known } from './request-lines.js'
import { fatesOf, type StoredRequest } from './request.repository.js'

/** What reading and answering requests both need: transactions in somebody's name, what is known, who is told. */
@Injectable()
export class RequestBook {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** The server's time, in ms. */
  now(): number {
    return this.clock.now()
  }

  async within<T>(
    clinic: ClinicId,
    person: PersonId,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run([clinic], work, [person])
  }

  /** Which cases each request is about, one or all of its asker's, and what is known of them. */
  async knownOf(
    manager: EntityManager,
    clinic: ClinicId,
    requests: readonly Pick<StoredRequest, 'person' | 'caseId'>[],
  ) {
    const of = await casesOf(manager, clinic, [...new Set(requests.map(({ person }) => person))])
    const cases = [...new Set(of.map(({ caseId }) => caseId))]
    const known = await this.known(manager, clinic, cases)
    const about = (request: Pick<StoredRequest, 'person' | 'caseId'>): readonly CaseId[] =>
      of.flatMap(({ person, caseId }) =>
        person === request.person && (request.caseId === null || request.caseId === caseId) ? [caseId] : [],
      )
    return { known, about }
  }

  async known(manager: EntityManager, clinic: ClinicId, cases: readonly CaseId[]): Promise<Known> {
    const today = await todayIn(manager, clinic, this.clock.now())
    const found = await askedCases(manager, clinic, cases, today)
    return {
      ...{ clinic, today },
      codes: await chosenRules(manager, clinic),
      cases: new Map(found.map((one) => [one.caseId, one])),
      fates: await fatesOf(manager, clinic, cases),
    }
  }

  /** Without a word of it: that it came, to those who administer; that it was answered, to whoever asked. (DR16) */
  async tell(
    manager: EntityManager,
    clinic: ClinicId,
    kind: 'request-came' | 'request-answered',
    people: readonly PersonId[],
  ): Promise<void> {
    const audience = kind === 'request-came' ? 'console' : 'portal'
    for (const person of people)
      await this.mail.write(manager, { clinic, person, audience, kind, link: null })
  }

  async administrators(manager: EntityManager, clinic: ClinicId): Promise<readonly PersonId[]> {
    const rows = await manager.query<{ person: PersonId }[]>(
      `SELECT m.person_id AS person FROM membership m JOIN person p USING (person_id)
       WHERE m.clinic_id = $1 AND 'administrator' = ANY (m.roles) AND p.disabled_at IS NULL ORDER BY 1`,
      [clinic],
    )
    return rows.map(({ person }) => person)
  }
}
