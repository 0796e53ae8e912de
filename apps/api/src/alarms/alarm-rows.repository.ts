import { administers, type Actor } from '@accord/domain/access/subject'
import type { AlarmFinder } from '@accord/domain/history/alarm'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** An alarm as the database has it. Times in ms. */
export interface AlarmRow {
  readonly id: string
  readonly case_id: CaseId
  readonly log: LogId
  readonly audience: 'plan' | 'confidential' | 'review'
  readonly seq: number
  readonly entries: number
  readonly reason: string
  readonly found: AlarmFinder
  readonly reporter: PersonId | null
  readonly at: number
  readonly notices: readonly { readonly person: PersonId; readonly at: number }[]
  readonly acknowledged: readonly AcknowledgedRow[]
}

/** `note` in base64, encrypted. */
interface AcknowledgedRow {
  readonly id: string
  readonly person: PersonId
  readonly at: number
  readonly note: string
}

/** Who said that they know of an alarm. */
export interface NewAcknowledgement {
  readonly id: string
  readonly alarm: string
  readonly clinic: ClinicId
  readonly by: PersonId
  readonly at: Date
  readonly keyVersion: number
  readonly note: Buffer
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

/** Row-level security leaves out a confidential log, and a review, where the asker is none of theirs. (HI22) */
const ALARMS = `
SELECT a.alert_id AS id, l.case_id, l.log_id AS log, l.audience, a.seq::float8 AS seq, h.seq::float8 AS entries, a.reason,
  a.found_by AS found, a.reported_by AS reporter, ${MS('a.at')} AS at,
  coalesce((SELECT json_agg(json_build_object('person', n.person_id, 'at', ${MS('n.at')}) ORDER BY n.at)
    FROM alert_notice n WHERE n.alert_id = a.alert_id), '[]') AS notices,
  coalesce((SELECT json_agg(json_build_object('id', k.acknowledgement_id, 'person', k.person_id, 'at', ${MS('k.at')},
      'note', encode(k.note, 'base64')) ORDER BY k.at)
    FROM alert_acknowledgement k WHERE k.alert_id = a.alert_id), '[]') AS acknowledged
FROM alert a JOIN log l ON l.log_id = a.log_id JOIN log_head h ON h.log_id = a.log_id
WHERE a.kind = 'history-broken' AND l.audience IN ('plan', 'confidential', 'review') AND (
  (l.audience = 'plan' AND $2::boolean)
  OR EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = l.case_id AND p.person_id = $1 AND p.until IS NULL
    AND p.relation = 'practitioner')
  OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = l.case_id AND s.person_id = $1 AND s.until IS NULL))
ORDER BY a.at DESC, a.alert_id DESC`

const ADMINISTRATORS = `SELECT m.person_id AS person, n.name FROM membership m JOIN person n USING (person_id)
WHERE m.clinic_id = $1 AND 'administrator' = ANY (m.roles) AND n.disabled_at IS NULL ORDER BY n.name`

const NAMES = `SELECT person_id AS person, name FROM person WHERE person_id = ANY ($1::uuid[])`

/** Alarms, who was told and who knows. Nothing here changes or removes one. (HI23) */
@Injectable()
export class AlarmRows {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** All that somebody is told of, the latest first. */
  async of(actor: Actor): Promise<readonly AlarmRow[]> {
    const { clinic, person } = actor
    const all = administers(actor, clinic)
    return this.transactions.ask([clinic], ALARMS, [person, all], [person])
  }

  /** Notes that somebody was shown these now. */
  async told({ clinic, person }: Actor, alarms: readonly string[], at: Date): Promise<void> {
    if (alarms.length === 0) return
    await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query(
          `INSERT INTO alert_notice (alert_id, clinic_id, person_id, at) SELECT id, $2, $3, $4 FROM unnest($1::uuid[]) id
           ON CONFLICT DO NOTHING`,
          [alarms, clinic, person, at],
        ),
      [person],
    )
  }

  /** @returns false when they said so before */
  async acknowledge(said: NewAcknowledgement): Promise<boolean> {
    const { id, alarm, clinic, by, at, keyVersion, note } = said
    const rows = await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<unknown[]>(
          `INSERT INTO alert_acknowledgement (acknowledgement_id, alert_id, clinic_id, person_id, at, key_version, note)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (alert_id, person_id) DO NOTHING RETURNING 1`,
          [id, alarm, clinic, by, at, keyVersion, note],
        ),
      [by],
    )
    return rows.length > 0
  }

  async administrators(clinic: ClinicId): Promise<readonly { person: PersonId; name: string }[]> {
    return this.transactions.run([clinic], (manager) => manager.query(ADMINISTRATORS, [clinic]))
  }

  async names(clinic: ClinicId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
    if (people.length === 0) return new Map()
    const rows = await this.transactions.ask<{ person: PersonId; name: string }[]>([clinic], NAMES, [people])
    return new Map(rows.map(({ person, name }) => [person, name]))
  }
}
