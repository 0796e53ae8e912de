import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { LogOpening, type LogBeginning } from '../plan/log-opening.js'

/** One person's own log of a case. */
export interface OwnLogPlace {
  readonly clinic: ClinicId
  readonly case: CaseId
  readonly audience: 'draft' | 'private'
  readonly writer: PersonId
}

/** Logs that one person has to themselves; only that person's transactions see them. (DR1, DR2) */
@Injectable()
export class OwnLogRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly opening: LogOpening,
  ) {}

  async find(place: OwnLogPlace): Promise<LogId | null> {
    return this.asWriter(place, (manager) => find(manager, place))
  }

  /** The log, begun at its first use. Two tabs that begin it at once get the same one. */
  async open(place: OwnLogPlace, beginning: Omit<LogBeginning, 'clinic' | 'case' | 'for'>): Promise<LogId> {
    const { clinic, case: caseId, audience, writer } = place
    const log = await this.asWriter(place, async (manager) => {
      const whole = { clinic, case: caseId, for: { audience, writer }, ...beginning }
      return (
        (await find(manager, place)) ??
        (await this.opening.begin(whole, manager)) ??
        (await find(manager, place))
      )
    })
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
