import { Inject, Injectable } from '@nestjs/common'
import type { ClinicId } from '@accord/domain/ids'
import { DataSource, type EntityManager } from 'typeorm'

/** Transactions in which row-level security shows the rows of the named clinics, and no others. (AC7) */
@Injectable()
export class ClinicTransactions {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Commits when the work is done, rolls back when it throws. The setting ends with the transaction. */
  async run<T>(clinics: readonly ClinicId[], work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [clinics.join(',')])
      return work(manager)
    })
  }
}
