import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ReviewChecklist } from '@accord/domain/review/checklist'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { message } from '../messages/message.js'

/** A version that somebody writes over the one that they had before them. */
export interface NewChecklist extends ReviewChecklist {
  readonly clinic: ClinicId
  readonly by: PersonId
  readonly at: Date
}

/** What clinics ask of a review. A clinic that never said has three items of the catalogue's. (RV12) */
@Injectable()
export class Checklists {
  constructor(private readonly transactions: ClinicTransactions) {}

  async current(clinic: ClinicId): Promise<ReviewChecklist> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<ReviewChecklist[]>(
        'SELECT version, items FROM review_checklist WHERE clinic_id = $1 ORDER BY version DESC LIMIT 1',
        [clinic],
      ),
    )
    return rows[0] ?? { version: 0, items: usual() }
  }

  /** @returns false when somebody else wrote that version first */
  async add({ clinic, version, items, by, at }: NewChecklist): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(
        `INSERT INTO review_checklist (clinic_id, version, items, edited_by, edited_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING version`,
        [clinic, version, items, by, at],
      ),
    )
    return rows.length > 0
  }
}

function usual(): readonly string[] {
  return [message('checklist.own-words'), message('checklist.dips'), message('checklist.ending')]
}
