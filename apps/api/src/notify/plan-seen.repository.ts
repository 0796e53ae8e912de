import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Channel, type Told, type ToldUpTo } from './channel.js'

interface SeenRow {
  readonly log_id: LogId
  readonly plan: number
  readonly list: number
}

const SEEN = `SELECT log_id, up_to_ms::float8 AS plan, list_up_to_ms::float8 AS list
  FROM plan_seen WHERE person_id = $1`

/** The list and the bell in the apps: somebody has been told what they have seen. */
@Injectable()
export class PlanSeenRepository extends Channel {
  constructor(private readonly transactions: ClinicTransactions) {
    super()
  }

  async toldUpTo(clinic: ClinicId, person: PersonId): Promise<ReadonlyMap<LogId, ToldUpTo>> {
    const rows = await this.transactions.ask<SeenRow[]>([clinic], SEEN, [person])
    return new Map(rows.map(({ log_id: log, plan, list }) => [log, { plan, list }]))
  }

  async told({ clinic, person, plan }: Told, upTo: number, by: 'plan' | 'list'): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `INSERT INTO plan_seen (log_id, person_id, clinic_id, up_to_ms, list_up_to_ms) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (log_id, person_id)
         DO UPDATE SET up_to_ms = greatest(plan_seen.up_to_ms, excluded.up_to_ms),
           list_up_to_ms = greatest(plan_seen.list_up_to_ms, excluded.list_up_to_ms)`,
        [plan, person, clinic, upTo, by === 'list' ? upTo : 0],
      ),
    )
  }
}
