import type { CaseId, ClinicId } from '@accord/domain/ids'
import { isDue, retentionOf, type StoredFate } from '@accord/domain/privacy/kept-case'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { ErasingService } from '../erasure/erasing.service.js'
import { RequestBook } from './request-book.js'
import { turnFates } from './request.repository.js'

/** What is to be erased once its day is over, or when everybody asked. */
const WAITING: readonly StoredFate[] = ['to-erase', 'shared']

const CASES_THAT_WAIT = `
SELECT DISTINCT case_id AS "caseId" FROM requested_case WHERE clinic_id = $1 AND fate = ANY ($2)`

interface DueCase {
  readonly caseId: CaseId
  readonly request: string
  readonly rule: string
}

/** Erases what was granted, as soon as no rule and no hold keeps it. Doing it twice does it once. (DR24) */
@Injectable()
export class DueErasures {
  constructor(
    private readonly book: RequestBook,
    private readonly transactions: ClinicTransactions,
    private readonly erasing: ErasingService,
  ) {}

  /** @returns how many were erased */
  async eraseIn(clinic: ClinicId): Promise<number> {
    const due = await this.due(clinic)
    for (const { caseId, request, rule } of due) {
      await this.erasing.eraseCase(clinic, caseId, { by: null, request, rule })
      await this.noteErased(clinic, caseId)
    }
    return due.length
  }

  /** In nobody's name: what a person or practice said is not read. */
  private async due(clinic: ClinicId): Promise<readonly DueCase[]> {
    return this.transactions.run([clinic], async (manager) => {
      const rows = await manager.query<{ caseId: CaseId }[]>(CASES_THAT_WAIT, [clinic, WAITING])
      const known = await this.book.known(
        manager,
        clinic,
        rows.map(({ caseId }) => caseId),
      )
      return [...known.cases.values()].flatMap((found) => {
        const retention = retentionOf(known.codes, found, known.today)
        const fate = known.fates.find(
          (one) => one.caseId === found.caseId && isDue(one.fate, retention, found.hold !== null),
        )
        if (!fate || retention.kind !== 'kept') return []
        return [{ caseId: found.caseId, request: fate.request, rule: retention.rule.code }]
      })
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
