import type { LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { OwnLogOpening, type OwnLogBeginning, type OwnLogPlace } from './own-log-opening.js'

/** Logs that one person has to themselves; only that person's transactions see them. (DR1, DR2) */
@Injectable()
export class OwnLogRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly opening: OwnLogOpening,
  ) {}

  async find(place: OwnLogPlace): Promise<LogId | null> {
    return this.asWriter(place, (manager) => find(manager, place))
  }

  /** The log, begun at its first use. Two tabs that begin it at once get the same one. */
  async open(place: OwnLogPlace, beginning: OwnLogBeginning): Promise<LogId> {
    const log = await this.asWriter(
      place,
      async (manager) =>
        (await find(manager, place)) ??
        (await this.opening.begin(place, beginning, manager)) ??
        (await find(manager, place)),
    )
    if (!log) throw new Error('a log that was just begun is not there')
    return log
  }

  private async asWriter<T>(
    { clinic, writer }: OwnLogPlace,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run([clinic], work, [writer])
  }
}

async function find(manager: EntityManager, place: OwnLogPlace): Promise<LogId | null> {
  const rows = await manager.query<{ log_id: LogId }[]>(
    'SELECT log_id FROM log WHERE case_id = $1 AND audience = $2 AND writer_id = $3',
    [place.case, place.audience, place.writer],
  )
  return rows[0]?.log_id ?? null
}
