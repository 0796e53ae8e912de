import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { StaffRole } from '@accord/domain/access/subject'
import type { ClinicSettings } from '@accord/domain/rest/set-up'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

/** Any number that is ours: two set-ups at once come one after the other. */
const SET_UP_LOCK = 4_107_312

export interface NewLink {
  readonly id: string
  readonly tokenHash: Buffer
  readonly at: Date
  readonly expiresAt: Date
}

/** A clinic's first moment: what it is called, and who administers it. */
export interface Founding {
  readonly clinic: ClinicId
  readonly settings: ClinicSettings
  readonly administrator: {
    readonly id: PersonId
    readonly name: string
    readonly email: string
    readonly roles: readonly StaffRole[]
    readonly passwordHash: string
  }
  readonly at: Date
}

/** The set-up link and what it makes. PostgreSQL itself allows neither once there is a clinic. (CL1, CL2) */
@Injectable()
export class SetUpRepository {
  constructor(private readonly database: DataSource) {}

  /** Keeps a new link; those made before are worth nothing from now on. */
  async add({ id, tokenHash, at, expiresAt }: NewLink): Promise<void> {
    await this.database.transaction(async (manager) => {
      // Without a condition: a row that nobody presents can be ended, and not be read.
      await manager.query('UPDATE set_up_link SET ended_at = $1', [at])
      await manager.query(
        `INSERT INTO set_up_link (set_up_link_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
        [id, tokenHash, at, expiresAt],
      )
    })
  }

  async isGood(tokenHash: Buffer, now: Date): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      await present(manager, tokenHash)
      const rows = await manager.query<unknown[]>(
        'SELECT 1 FROM set_up_link WHERE ended_at IS NULL AND expires_at > $1',
        [now],
      )
      return rows.length > 0
    })
  }

  /** Uses the link up and makes the clinic, both or neither. False when the link is no longer good. */
  async found(tokenHash: Buffer, founding: Founding): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK])
      await present(manager, tokenHash)
      const used = await manager.query<unknown[]>(
        `WITH used AS (UPDATE set_up_link SET ended_at = $2
           WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2 RETURNING 1) SELECT 1 FROM used`,
        [tokenHash, founding.at],
      )
      if (used.length === 0) return false
      await addClinic(manager, founding)
      await addAdministrator(manager, founding)
      return true
    })
  }
}

/** Shows this transaction the one link whose hash it names. */
async function present(manager: EntityManager, tokenHash: Buffer): Promise<void> {
  await manager.query(`SELECT set_config('accord.link', $1, true)`, [tokenHash.toString('hex')])
}

async function addClinic(manager: EntityManager, { clinic, settings, at }: Founding): Promise<void> {
  const { name, timeZone, language, wordForClient, disciplines, hours } = settings
  await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [clinic])
  await manager.query('INSERT INTO clinic (clinic_id, name, created_at) VALUES ($1, $2, $3)', [
    clinic,
    name,
    at,
  ])
  await manager.query(
    `INSERT INTO clinic_settings (clinic_id, time_zone, language, word_for_client, disciplines, hours)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [clinic, timeZone, language, wordForClient, disciplines, JSON.stringify(hours)],
  )
}

async function addAdministrator(
  manager: EntityManager,
  { clinic, administrator, at }: Founding,
): Promise<void> {
  const { id, name, email, roles, passwordHash } = administrator
  await manager.query(
    'INSERT INTO person (person_id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)',
    [id, email, name, passwordHash, at],
  )
  await manager.query('INSERT INTO membership (clinic_id, person_id, roles) VALUES ($1, $2, $3)', [
    clinic,
    id,
    roles,
  ])
}
