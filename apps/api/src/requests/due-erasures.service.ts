import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { isDue, retentionOf, type StoredFate } from '@accord/domain/privacy/kept-case'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { ErasingService } from '../erasure/erasing.service.js'
import { Mail } from '../mail/mail.service.js'
import { RequestBook } from './request-book.js'
import { turnFates } from './request.repository.js'

/** What is to be erased once its day is over, or when everybody asked. */
const WAITING: readonly StoredFate[] = ['to-erase', 'shared']

/** One that is erased by now was left by a process that died with it. */
const CASES_THAT_WAIT = `
SELECT DISTINCT f.case_id AS "caseId", c.erased_at IS NOT NULL AS "isErased" FROM requested_case f
JOIN clinic_case c ON c.case_id = f.case_id WHERE f.clinic_id = $1 AND f.fate = ANY ($2)`

/** Whoever asked, and the clients for whom a guardian did, if no case of theirs is left; nobody of the staff. (ER9) */
const NOBODYS_ANY_MORE = `
WITH asked AS (SELECT asked_by FROM requested_case WHERE case_id = $1 AND fate = ANY ($2))
SELECT DISTINCT p.person_id AS person FROM case_party p
JOIN membership m ON m.clinic_id = p.clinic_id AND m.person_id = p.person_id AND m.roles = '{}'
WHERE p.case_id = $1 AND (p.person_id IN (SELECT asked_by FROM asked)
    OR (p.relation = 'client' AND EXISTS (SELECT 1 FROM case_party g WHERE g.case_id = $1 AND g.relation = 'guardian'
      AND g.person_id IN (SELECT asked_by FROM asked))))
  AND NOT EXISTS (SELECT 1 FROM case_party o JOIN clinic_case c ON c.case_id = o.case_id
    WHERE o.clinic_id = p.clinic_id AND o.person_id = p.person_id AND c.erased_at IS NULL)`

interface DueCase {
  readonly caseId: CaseId
  readonly request: string | null
  readonly rule: string | null
}

/** Erases what was granted, as soon as no rule and no hold keeps it. Doing it twice does it once. (DR24) */
@Injectable()
export class DueErasures {
  constructor(
    private readonly book: RequestBook,
    private readonly transactions: ClinicTransactions,
    private readonly erasing: ErasingService,
    private readonly mail: Mail,
  ) {}

  /** @returns how many were erased */
  async eraseIn(clinic: ClinicId): Promise<number> {
    await this.mail.forgetLateParcels(clinic)
    const due = await this.due(clinic)
    for (const { caseId, request, rule } of due) {
      const why = { by: null, request, rule }
      await this.erasing.eraseCase(clinic, caseId, why)
      for (const person of await this.nobodys(clinic, caseId)) {
        // While there still is an address: who asked hears that it is done. (DR16, ER11)
        await this.mail.sayFarewell(clinic, person)
        await this.erasing.erasePerson(clinic, person, why)
      }
      await this.noteErased(clinic, caseId)
    }
    return due.length
  }

  /** In nobody's name: what a person or practice said is not read. */
  private async due(clinic: ClinicId): Promise<readonly DueCase[]> {
    return this.transactions.run([clinic], async (manager) => {
      const rows = await manager.query<{ caseId: CaseId; isErased: boolean }[]>(CASES_THAT_WAIT, [
        clinic,
        WAITING,
      ])
      const left = rows.filter(({ isErased }) => isErased)
      const standing = rows.filter(({ isErased }) => !isErased).map(({ caseId }) => caseId)
      const known = await this.book.known(manager, clinic, standing)
      const due = [...known.cases.values()].flatMap(({ caseId, ...found }) => {
        const retention = retentionOf(known.codes, found, known.today)
        const fate = known.fates.find(
          (one) => one.caseId === caseId && isDue(one.fate, retention, found.hold !== null),
        )
        if (!fate || retention.kind !== 'kept') return []
        return [{ caseId, request: fate.request, rule: retention.rule.code }]
      })
      return [...left.map(({ caseId }) => ({ caseId, request: null, rule: null })), ...due]
    })
  }

  private async nobodys(clinic: ClinicId, caseId: CaseId): Promise<readonly PersonId[]> {
    return this.transactions.run([clinic], async (manager) => {
      const rows = await manager.query<{ person: PersonId }[]>(NOBODYS_ANY_MORE, [caseId, WAITING])
      return rows.map(({ person }) => person)
    })
  }

  /** Nobody reads it any more, so that nothing needs to be kept from being read. */
  private async noteErased(clinic: ClinicId, caseId: CaseId): Promise<void> {
    await this.transactions.run([clinic], async (manager) => {
      const turn = { from: [...WAITING, 'restricted'] as const, to: 'erased', at: this.book.now() } as const
      await turnFates(manager, caseId, turn)
      await manager.query('UPDATE clinic_case SET restricted_at = NULL WHERE case_id = $1', [caseId])
    })
  }
}
