import { Inject, Injectable } from '@nestjs/common'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { DataSource, type EntityManager } from 'typeorm'

/** Transactions in which row-level security shows the rows of the named clinics, and no others. (AC7) */
@Injectable()
export class ClinicTransactions {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** From now on a transaction shows what these people can read, and no longer what others can. */
  static async showTo(manager: EntityManager, people: readonly PersonId[]): Promise<void> {
    await manager.query(`SELECT set_config('accord.people', $1, true)`, [people.join(',')])
  }

  /**
   * Commits when the work is done, rolls back when it throws. The settings end with the transaction.
   * @param people whose own and confidential logs are shown as well; nobody's unless it is said (DR1, CF3)
   */
  async run<T>(
    clinics: readonly ClinicId[],
    work: (manager: EntityManager) => Promise<T>,
    people: readonly PersonId[] = [],
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('accord.clinics', $1, true), set_config('accord.people', $2, true)`,
        [clinics.join(','), people.join(',')],
      )
      return work(manager)
    })
  }
}
