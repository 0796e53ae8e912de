import { Injectable } from '@nestjs/common'
import type { AlarmReport } from '@accord/domain/history/alarm'
import type { Flaw } from '@accord/domain/history/verify'
import type { PersonId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { readersOf, type LogPlace } from '../history/entry.repository.js'
import { newUuid } from '../history/new-uuid.js'

/** Something that a person should look at. Holds ids and codes, never words. */
export interface Alert extends LogPlace {
  readonly seq: number
  readonly kind: 'large-deletion' | 'history-broken'
  readonly reason: Flaw['reason'] | 'key-missing' | ''
  /** In ms. */
  readonly at: number
}

@Injectable()
export class AlertRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** Raises an alert, once for one entry. @param manager the transaction that it belongs to */
  async raise(alert: Alert, manager?: EntityManager): Promise<void> {
    const { clinic, log, seq, kind, reason, at } = alert
    const insert = (within: EntityManager) =>
      within.query(
        `INSERT INTO alert (alert_id, clinic_id, log_id, seq, kind, reason, at)
         SELECT $1, $2, $3, $4::bigint, $5::text, $6, $7
         WHERE NOT EXISTS (SELECT 1 FROM alert WHERE log_id = $3 AND seq = $4::bigint AND kind = $5::text)`,
        [newUuid(at), clinic, log, seq, kind, reason, new Date(at)],
      )
    await (manager ? insert(manager) : this.transactions.run([clinic], insert, readersOf(alert)))
  }

  /** What somebody's browser found; the same again only at another entry, once it was acknowledged. (HI20) */
  async report(place: LogPlace, { found, reason, seq, by, at }: Reported): Promise<void> {
    const insert = (within: EntityManager) =>
      within.query(
        `INSERT INTO alert (alert_id, clinic_id, log_id, seq, kind, reason, at, found_by, reported_by)
         SELECT $1, $2, $3, $4::bigint, 'history-broken', $5::text, $6, $7::text, $8::uuid
         WHERE NOT EXISTS (SELECT 1 FROM alert a WHERE a.log_id = $3 AND a.kind = 'history-broken'
           AND a.reason = $5::text AND a.found_by = $7::text AND a.reported_by = $8::uuid
           AND (a.seq = $4::bigint
             OR NOT EXISTS (SELECT 1 FROM alert_acknowledgement k WHERE k.alert_id = a.alert_id)))`,
        [newUuid(at), place.clinic, place.log, seq, reason, new Date(at), found, by],
      )
    await this.transactions.run([place.clinic], insert, [by])
  }
}

/** What a browser found, whose it is, and when the server was told, in ms. */
type Reported = AlarmReport & { readonly by: PersonId; readonly at: number }
