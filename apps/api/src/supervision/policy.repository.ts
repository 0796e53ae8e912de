import type { ClinicId, PersonId } from '@accord/domain/ids'
import { HOURS_RULE_IDS } from '@accord/domain/supervision/hours-rule'
import { DEFAULT_POLICY, type PolicyVersion, type SupervisionPolicy } from '@accord/domain/supervision/policy'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A version that somebody writes over the one that they had before them. */
export interface NewPolicy extends SupervisionPolicy {
  readonly clinic: ClinicId
  readonly version: number
  readonly by: PersonId
  readonly at: Date
}

interface Row {
  readonly version: number
  readonly agreement_days: number
  readonly unread_week_days: number
  readonly unread_today_days: number
  readonly never_read_days: number
  readonly unsigned_days: number
  readonly ask_days: number
  readonly hours_rules: readonly string[]
  readonly edited_by: PersonId | null
  readonly name: string | null
  readonly at_ms: number
}

const VERSIONS = `SELECT v.*, n.name, floor(extract(epoch FROM v.edited_at) * 1000)::float8 AS at_ms
FROM supervision_policy_version v LEFT JOIN person n ON n.person_id = v.edited_by
WHERE v.clinic_id = $1 ORDER BY v.version DESC`

/** How clinics' queues decide. A clinic that never said has what every one begins with. (SQ20) */
@Injectable()
export class PolicyRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async current(clinic: ClinicId): Promise<SupervisionPolicy> {
    const [present] = await this.read(clinic, `${VERSIONS} LIMIT 1`)
    return present ?? DEFAULT_POLICY
  }

  /** The present one first. */
  async versions(clinic: ClinicId): Promise<readonly PolicyVersion[]> {
    return this.read(clinic, VERSIONS)
  }

  /** @returns false when somebody else wrote that version first */
  async add({ clinic, version, thresholds, rules, by, at }: NewPolicy): Promise<boolean> {
    const { agreementDays, unreadWeekDays, unreadTodayDays, neverReadDays, unsignedDays, askDays } =
      thresholds
    const days = [agreementDays, unreadWeekDays, unreadTodayDays, neverReadDays, unsignedDays, askDays]
    const rows = await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<unknown[]>(
          `INSERT INTO supervision_policy_version (clinic_id, version, hours_rules, edited_by, edited_at, agreement_days,
             unread_week_days, unread_today_days, never_read_days, unsigned_days, ask_days)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING version`,
          [clinic, version, rules, by, at, ...days],
        ),
      [by],
    )
    return rows.length > 0
  }

  private async read(clinic: ClinicId, sql: string): Promise<readonly PolicyVersion[]> {
    const rows = await this.transactions.ask<Row[]>([clinic], sql, [clinic])
    return rows.map(versionOf)
  }
}

function versionOf(row: Row): PolicyVersion {
  const { version, edited_by: person, name, at_ms: at } = row
  return {
    version,
    thresholds: {
      agreementDays: row.agreement_days,
      unreadWeekDays: row.unread_week_days,
      unreadTodayDays: row.unread_today_days,
      neverReadDays: row.never_read_days,
      unsignedDays: row.unsigned_days,
      askDays: row.ask_days,
    },
    rules: HOURS_RULE_IDS.filter((id) => row.hours_rules.includes(id)),
    by: person === null ? null : { person, name: name ?? '' },
    at,
  }
}
