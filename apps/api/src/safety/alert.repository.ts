import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { AlertKind } from '@accord/domain/safety/alert'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

interface Reader {
  readonly clinic: ClinicId
  readonly person: PersonId
}

/** An alert as row-level security shows it to a reader. Times in ms. */
export interface AlertRow {
  readonly id: string
  readonly caseId: CaseId
  readonly client: PersonId
  readonly clientName: string
  readonly request: string
  readonly kind: AlertKind
  readonly at: number
  readonly dueAt: number | null
  readonly escalatedAt: number | null
  readonly content: Buffer
  readonly by: PersonId | null
  readonly byName: string | null
  readonly knownAt: number | null
  readonly words: Buffer | null
}

/** Who said that they know. */
export interface NewKnown {
  readonly alert: string
  readonly at: number
  readonly keyVersion: number
  readonly words: Buffer
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const ALERT = `
SELECT a.alert_id AS id, a.case_id AS "caseId", a.client_id AS client, c.name AS "clientName", a.request_id AS request,
  a.kind, ${MS('a.at')} AS at, ${MS('a.due_at')} AS "dueAt", ${MS('e.at')} AS "escalatedAt", a.content,
  k.person_id AS by, n.name AS "byName", ${MS('k.at')} AS "knownAt", k.words
FROM safety_alert a JOIN person c ON c.person_id = a.client_id
LEFT JOIN safety_escalation e ON e.alert_id = a.alert_id
LEFT JOIN safety_acknowledgement k ON k.alert_id = a.alert_id
LEFT JOIN person n ON n.person_id = k.person_id`

/** A supervisor is told of those that went on to them; their pages show the others as well. (SA4) */
const OPEN = `${ALERT}
WHERE k.alert_id IS NULL AND (e.alert_id IS NOT NULL OR EXISTS (SELECT 1 FROM case_party p
  WHERE p.case_id = a.case_id AND p.until IS NULL AND p.relation = 'practitioner' AND p.person_id = $1))
ORDER BY a.kind, a.at DESC, a.alert_id DESC`

const KNOW = `
INSERT INTO safety_acknowledgement (alert_id, clinic_id, person_id, at, key_version, words)
VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6) ON CONFLICT (alert_id) DO NOTHING RETURNING 1`

/** Alerts, and who knows of them. Nothing here changes or removes one. (SA3) */
@Injectable()
export class AlertRepository {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  /** Those that nobody has acknowledged and this reader is told of. */
  async open({ clinic, person }: Reader): Promise<readonly AlertRow[]> {
    return this.transactions.ask<AlertRow[]>([clinic], OPEN, [person], [person])
  }

  async ofCase({ clinic, person }: Reader, caseId: CaseId): Promise<readonly AlertRow[]> {
    const sql = `${ALERT} WHERE a.case_id = $1 ORDER BY a.at, a.alert_id`
    return this.transactions.ask<AlertRow[]>([clinic], sql, [caseId], [person])
  }

  async find({ clinic, person }: Reader, alert: string): Promise<AlertRow | null> {
    const sql = `${ALERT} WHERE a.alert_id = $1`
    const [row] = await this.transactions.ask<AlertRow[]>([clinic], sql, [alert], [person])
    return row ?? null
  }

  /** @returns false when somebody said so before */
  async know({ clinic, person }: Reader, { alert, at, keyVersion, words }: NewKnown): Promise<boolean> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<unknown[]>(KNOW, [alert, clinic, person, at, keyVersion, words]),
      [person],
    )
    return rows.length > 0
  }

  /** Sends on what is due, over all clinics. @returns how many went */
  async escalate(now: number): Promise<number> {
    const [row] = await this.database.query<{ gone: number }[]>(
      'SELECT escalate_alerts(to_timestamp($1::float8 / 1000)) AS gone',
      [now],
    )
    return row?.gone ?? 0
  }
}
