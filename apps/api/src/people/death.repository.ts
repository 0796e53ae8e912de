import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { Day } from '@accord/domain/privacy/retention'
import type { ClientDeath } from '@accord/domain/rest/people'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { SecretBox } from '../secrets/secret-box.js'

/** What is asked before a death is noted: nobody notes another at the same time. */
export interface BeforeDeath {
  readonly version: number
  readonly bornOn: Day | null
  readonly today: Day
}

export interface DeathToKeep {
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly version: number
  readonly day: Day | null
  readonly reason: string | null
  readonly by: PersonId
  readonly at: Date
}

const LATEST = `
SELECT d.version, to_char(d.died_on, 'YYYY-MM-DD') AS day, d.reason, n.name AS by,
  floor(extract(epoch FROM d.noted_at) * 1000)::float8 AS at
FROM client_death d LEFT JOIN person n ON n.person_id = d.noted_by
WHERE d.clinic_id = $1 AND d.person_id = $2 ORDER BY d.version DESC LIMIT 1`

const LOCKED = 'SELECT 1 FROM membership WHERE clinic_id = $1 AND person_id = $2 FOR NO KEY UPDATE'

const BEFORE = `
SELECT (SELECT count(*)::int FROM client_death d WHERE d.clinic_id = m.clinic_id AND d.person_id = m.person_id) AS version,
  (SELECT to_char(f.date_of_birth, 'YYYY-MM-DD') FROM client_profile f
    WHERE f.clinic_id = m.clinic_id AND f.person_id = m.person_id) AS "bornOn",
  to_char($3::timestamptz AT TIME ZONE coalesce((SELECT s.time_zone FROM clinic_settings s
    WHERE s.clinic_id = m.clinic_id), 'UTC'), 'YYYY-MM-DD') AS today
FROM membership m WHERE m.clinic_id = $1 AND m.person_id = $2 AND m.roles = '{}'`

type LatestRow = Omit<ClientDeath, 'reason'> & { readonly reason: Buffer | null }

/** On which day clients died, as far as the clinic knows. (CL23) */
@Injectable()
export class DeathRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly secrets: SecretBox,
  ) {}

  async of(clinic: ClinicId, person: PersonId): Promise<ClientDeath> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<LatestRow[]>(LATEST, [clinic, person]),
    )
    if (!row) return { version: 0, day: null, reason: null, by: null, at: null }
    const { version, reason } = row
    return { ...row, reason: reason && this.secrets.open(clinic, placeOf(person, version), reason) }
  }

  /** Null for whoever is no client of the clinic. */
  async before(
    manager: EntityManager,
    clinic: ClinicId,
    person: PersonId,
    now: Date,
  ): Promise<BeforeDeath | null> {
    await manager.query(LOCKED, [clinic, person])
    const [row] = await manager.query<BeforeDeath[]>(BEFORE, [clinic, person, now])
    return row ?? null
  }

  async keep(manager: EntityManager, noted: DeathToKeep): Promise<void> {
    const { clinic, person, version, day, reason, by, at } = noted
    const sealed = reason === null ? null : this.secrets.seal(clinic, placeOf(person, version), reason)
    await manager.query(
      `INSERT INTO client_death (clinic_id, person_id, version, died_on, reason, noted_by, noted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [clinic, person, version, day, sealed, by, at],
    )
  }
}

function placeOf(person: PersonId, version: number): string {
  return `accord/death/1 ${person} ${version}`
}
