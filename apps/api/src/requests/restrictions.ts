import type { CaseId, ClinicId, LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { CaseFileRepository, type LockedCase } from '../case-file/case-file.repository.js'
import { logsOf } from '../case-file/case-file.service.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { PartyEntries } from '../plan/party-entries.js'

/** Keeps a case from being worked with, and gives it back, in the transaction of what asks for it. (DR30) */
@Injectable()
export class Restrictions {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly entries: PartyEntries,
  ) {}

  /**
   * Whatever is being written is stored before, or refused after it. Ends with nobody named.
   * @param at in ms
   * @returns the logs whose rooms have to ask again who may what; none where it was restricted before
   */
  async begin(
    manager: EntityManager,
    clinic: ClinicId,
    caseId: CaseId,
    at: number,
  ): Promise<readonly LogId[]> {
    await ClinicTransactions.showTo(manager, [])
    const found = await this.cases.lock(manager, clinic, caseId)
    if (!found || found.restricted) return []
    for (const log of logsOf({ clinic }, found)) await this.entries.lockedHead(manager, log)
    await manager.query(
      'UPDATE clinic_case SET restricted_at = $2, closed_at = coalesce(closed_at, $2) WHERE case_id = $1',
      [caseId, new Date(at)],
    )
    return this.done(manager, clinic, found)
  }

  /** What it closed is open again, if no client said no to the work meanwhile; what was closed before stays closed. */
  async lift(manager: EntityManager, clinic: ClinicId, caseId: CaseId): Promise<readonly LogId[]> {
    // Nobody of the practice is shown its logs, so that nobody of it asks. (DR31)
    await ClinicTransactions.showTo(manager, [])
    const found = await this.cases.lock(manager, clinic, caseId)
    if (!found?.restricted) return []
    await manager.query(
      `UPDATE clinic_case SET restricted_at = NULL,
         closed_at = CASE WHEN closed_at = restricted_at AND NOT work_withheld THEN NULL ELSE closed_at END
       WHERE case_id = $1`,
      [caseId],
    )
    return this.done(manager, clinic, found)
  }

  private async done(manager: EntityManager, clinic: ClinicId, found: LockedCase): Promise<readonly LogId[]> {
    await ClinicTransactions.showTo(manager, [])
    return logsOf({ clinic }, found).map(({ log }) => log)
  }
}
