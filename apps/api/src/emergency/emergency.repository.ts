import type { EmergencyPart, ReviewOutcome } from '@accord/domain/emergency/opening'
import { covers } from '@accord/domain/emergency/opening'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { NewAct } from '../audit/audit.repository.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** An opening that is to be stored, with the event that it leaves. */
export interface NewOpening {
  readonly access: string
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly plan: LogId
  readonly client: PersonId
  readonly by: PersonId
  readonly relation: 'practitioner' | 'supervisor'
  readonly parts: readonly EmergencyPart[]
  readonly keyVersion: number
  readonly content: Buffer
  readonly act: NewAct
}

/** What a supervisor said of it. */
export interface NewReview {
  readonly access: string
  readonly clinic: ClinicId
  readonly by: PersonId
  readonly outcome: ReviewOutcome
  readonly keyVersion: number
  readonly words: Buffer
}

/** Who asks for what of an opening, and the look and the event that it leaves. */
export interface NewReading {
  readonly access: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly part: EmergencyPart
  readonly look: string
  readonly act: NewAct
}

const STANDING = `SELECT a.access_id AS access, a.parts FROM emergency_access a
WHERE a.case_id = $1 AND a.client_id = $2 AND a.opened_by = $3 AND a.until > now()
  AND NOT EXISTS (SELECT 1 FROM emergency_end e WHERE e.access_id = a.access_id)`

const LOOK = `INSERT INTO access_event (access_event_id, clinic_id, case_id, person_id, relation, what, at, log_id)
VALUES ($1, $2, $3, $4, $5, 'emergency-opened', now(), $6)`

const OPEN = `INSERT INTO emergency_access (access_id, clinic_id, case_id, client_id, opened_by, parts, opened_at, until,
  review_due_at) VALUES ($1, $2, $3, $4, $5, $6, now(), now() + interval '60 minutes', now() + interval '3 days')`

const SAY = `INSERT INTO emergency_reason (access_id, clinic_id, key_version, content) VALUES ($1, $2, $3, $4)`

const END = `INSERT INTO emergency_end (access_id, clinic_id, ended_by, at) VALUES ($1, $2, $3, now())
ON CONFLICT DO NOTHING`

const REVIEW = `INSERT INTO emergency_review (access_id, clinic_id, reviewed_by, at, outcome, key_version, words)
VALUES ($1, $2, $3, now(), $4, $5, $6) ON CONFLICT (access_id) DO NOTHING RETURNING 1`

/** Openings. Nothing here changes or removes one. (EM8) */
@Injectable()
export class EmergencyRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async isWithheld(clinic: ClinicId, caseId: CaseId, person: PersonId): Promise<boolean> {
    const sql = 'SELECT emergency_withheld($1, $2) AS withheld'
    const [row] = await this.transactions.ask<{ withheld: boolean }[]>([clinic], sql, [caseId, person])
    return row?.withheld ?? true
  }

  /** Look, reason and event with it, or none of them. @returns the opening that stands already, where one covers it (EM5, EM6) */
  async open(opening: NewOpening): Promise<string> {
    const { access, clinic, caseId, plan, client, by, relation, parts, keyVersion, content, act } = opening
    return this.transactions.run(
      [clinic],
      async (manager) => {
        await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`emergency ${by}`])
        const open = await manager.query<{ access: string; parts: readonly EmergencyPart[] }[]>(STANDING, [
          ...[caseId, client, by],
        ])
        const goesOn = open.find((one) => covers(one.parts, parts))
        if (goesOn) return goesOn.access
        await manager.query(LOOK, [access, clinic, caseId, by, relation, plan])
        await manager.query(OPEN, [access, clinic, caseId, client, by, parts])
        await manager.query(SAY, [access, clinic, keyVersion, content])
        await manager.query('SELECT append_audit($1::jsonb)', [
          JSON.stringify([{ ...act, case: caseId, about: access }]),
        ])
        return access
      },
      [by],
    )
  }

  /** What PostgreSQL lets through; null where nothing stands open for them. (EM7) */
  async read({ access, clinic, person, part, look, act }: NewReading): Promise<unknown> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<{ read: unknown }[]>('SELECT read_emergency($1, $2, $3, $4) AS read', [
          ...[access, part, look, JSON.stringify(act)],
        ]),
      [person],
    )
    return rows[0]?.read ?? null
  }

  async end(clinic: ClinicId, access: string, by: PersonId): Promise<void> {
    await this.transactions.run([clinic], (manager) => manager.query(END, [access, clinic, by]), [by])
  }

  /** @returns false when somebody did before */
  async review({ access, clinic, by, outcome, keyVersion, words }: NewReview): Promise<boolean> {
    const values = [access, clinic, by, outcome, keyVersion, words]
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<unknown[]>(REVIEW, values),
      [by],
    )
    return rows.length > 0
  }
}
