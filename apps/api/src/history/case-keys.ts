import type { CaseId, ClinicId, LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore, type LogKey } from './key-store.js'

const PLAN = `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`

/** The key of a case's plan, which encrypts what is said in the case outside its logs: erased, both are. (HI5) */
@Injectable()
export class CaseKeys {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  /** Null where the case has no plan. Throws {@link KeyMissing}. */
  async of(clinic: ClinicId, caseId: CaseId): Promise<LogKey | null> {
    const rows = await this.transactions.ask<{ plan: LogId }[]>([clinic], PLAN, [caseId])
    const [row] = rows
    return row ? this.keys.open(row.plan) : null
  }
}
