import type { Audience } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { LetterKind, LetterState, LetterTrouble, OutboxFilter } from '@accord/domain/rest/outbox'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A letter as it is stored, with what its words are made of. */
export interface LetterRow {
  readonly mail_id: string
  readonly clinic_id: ClinicId
  readonly person_id: PersonId
  readonly kind: LetterKind
  readonly audience: Audience
  readonly link: Buffer | null
  readonly link_until: Date | null
  readonly state: LetterState
  readonly tries: number
  readonly trouble: LetterTrouble | null
  readonly written_at: Date
  readonly settled_at: Date | null
  /** Who gets it and where, sealed, where it goes to somebody who is erased. (ER11) */
  readonly parcel: Buffer | null
  readonly name: string
  readonly email: string
  readonly clinic: string
  readonly time_zone: string | null
  readonly demo: boolean
}

export interface LetterToKeep {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly kind: LetterKind
  readonly audience: Audience
  readonly link: Buffer | null
  readonly linkUntil: Date | null
  readonly state: 'kept' | 'waiting'
  readonly at: Date
}

type FarewellToKeep = Pick<LetterToKeep, 'id' | 'clinic' | 'person' | 'state' | 'at'> & {
  readonly parcel: Buffer
}

const LETTER = `
SELECT l.*, p.name, p.email, c.name AS clinic, c.demo, s.time_zone
FROM mail l JOIN person p USING (person_id) JOIN clinic c USING (clinic_id)
LEFT JOIN clinic_settings s USING (clinic_id)`

const STATES: Readonly<Record<OutboxFilter, readonly LetterState[]>> = {
  all: ['kept', 'waiting', 'sent', 'failed', 'given'],
  waiting: ['kept', 'waiting'],
  failed: ['failed'],
}

/** How many the list shows; older ones are nobody's concern any more. */
const MOST = 200

@Injectable()
export class MailRepository {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: ClinicTransactions,
  ) {}

  async keep(manager: EntityManager, letter: LetterToKeep): Promise<void> {
    const { id, clinic, person, kind, audience, link, linkUntil, state, at } = letter
    await manager.query(
      `INSERT INTO mail (mail_id, clinic_id, person_id, kind, audience, link, link_until, state, written_at, due_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $9 WHERE died_on($2, $3) IS NULL`,
      [id, clinic, person, kind, audience, link, linkUntil, state, at],
    )
  }

  /** Whoever died gets no more letters. (CL24) */
  async stopFor(manager: EntityManager, clinic: ClinicId, person: PersonId, at: Date): Promise<void> {
    await manager.query(
      `UPDATE mail SET state = 'failed', trouble = NULL, link = NULL, parcel = NULL, settled_at = $3
       WHERE clinic_id = $1 AND person_id = $2 AND state IN ('kept', 'waiting')`,
      [clinic, person, at],
    )
  }

  /** Null for somebody who is erased, or died. */
  async addressOf(
    manager: EntityManager,
    clinic: ClinicId,
    person: PersonId,
  ): Promise<{ name: string; email: string } | null> {
    const [row] = await manager.query<{ name: string; email: string }[]>(
      `SELECT name, email FROM person
       WHERE person_id = $2 AND email <> person_id || '@erased.invalid' AND died_on($1, $2) IS NULL`,
      [clinic, person],
    )
    return row ?? null
  }

  /** One for each person. */
  async keepFarewell(manager: EntityManager, letter: FarewellToKeep): Promise<void> {
    const { id, clinic, person, state, at, parcel } = letter
    await manager.query(
      `INSERT INTO mail (mail_id, clinic_id, person_id, kind, audience, state, written_at, due_at, parcel)
       VALUES ($1, $2, $3, 'farewell', 'portal', $4, $5, $5, $6) ON CONFLICT DO NOTHING`,
      [id, clinic, person, state, at, parcel],
    )
  }

  async forgetParcels(clinic: ClinicId, writtenBefore: Date, now: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `UPDATE mail SET parcel = NULL, state = 'failed', trouble = NULL, settled_at = $3
         WHERE clinic_id = $1 AND parcel IS NOT NULL AND written_at < $2`,
        [clinic, writtenBefore, now],
      ),
    )
  }

  /** The latest first. */
  async list(clinic: ClinicId, filter: OutboxFilter): Promise<readonly LetterRow[]> {
    return this.transactions.run([clinic], (manager) =>
      manager.query<LetterRow[]>(
        `${LETTER} WHERE l.clinic_id = $1 AND l.state = ANY ($2) ORDER BY l.written_at DESC, l.mail_id LIMIT ${MOST}`,
        [clinic, STATES[filter]],
      ),
    )
  }

  async counts(clinic: ClinicId): Promise<Readonly<Record<OutboxFilter, number>>> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<Record<OutboxFilter, number>[]>(
        `SELECT count(*)::int AS all, count(*) FILTER (WHERE state IN ('kept', 'waiting'))::int AS waiting,
           count(*) FILTER (WHERE state = 'failed')::int AS failed FROM mail WHERE clinic_id = $1`,
        [clinic],
      ),
    )
    return row ?? { all: 0, waiting: 0, failed: 0 }
  }

  async one(clinic: ClinicId, id: string): Promise<LetterRow | null> {
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<LetterRow[]>(`${LETTER} WHERE l.clinic_id = $1 AND l.mail_id = $2`, [clinic, id]),
    )
    return row ?? null
  }

  /**
   * Takes the letter that has waited longest, and keeps other processes' hands off it until `until`: one that dies
   * with it gives it back by itself. Null when nothing is due.
   */
  async take(now: Date, until: Date): Promise<LetterRow | null> {
    const clinics = await this.database.query<{ clinic_id: ClinicId }[]>(
      'SELECT clinic_id FROM find_clinics()',
    )
    const ids = clinics.map((row) => row.clinic_id)
    return this.transactions.run(ids, async (manager) => {
      const taken = await manager.query<{ mail_id: string }[]>(
        `WITH taken AS (UPDATE mail SET tries = tries + 1, due_at = $2 WHERE mail_id = (
           SELECT mail_id FROM mail WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at LIMIT 1
           FOR UPDATE SKIP LOCKED) RETURNING mail_id) SELECT mail_id FROM taken`,
        [now, until],
      )
      if (!taken[0]) return null
      const [row] = await manager.query<LetterRow[]>(`${LETTER} WHERE l.mail_id = $1`, [taken[0].mail_id])
      return row ?? null
    })
  }

  /** What has been sent, handed over or failed for good keeps no link, and no address of somebody who is erased. */
  async settle(clinic: ClinicId, id: string, end: LetterEnd): Promise<void> {
    const { state, trouble, at, keepsLink } = end
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `UPDATE mail SET state = $2, trouble = $3, settled_at = $4, link = CASE WHEN $5 THEN link END, parcel = NULL
         WHERE mail_id = $1`,
        [id, state, trouble, at, keepsLink],
      ),
    )
  }

  /** A letter that still waits with one is nobody's work any more: it arrived, or its link opens nothing. */
  async forgetLinks(manager: EntityManager, { person, why, at }: LinkEnd): Promise<void> {
    await manager.query(
      `UPDATE mail SET link = NULL, settled_at = coalesce(settled_at, $3),
         state = CASE WHEN state = 'kept' AND $2 = 'used' THEN 'given'
           WHEN state IN ('kept', 'waiting') THEN 'failed' ELSE state END,
         trouble = CASE WHEN state = 'waiting' OR (state = 'kept' AND $2 = 'replaced') THEN 'late' ELSE trouble END
       WHERE person_id = $1 AND link IS NOT NULL`,
      [person, why, at],
    )
  }

  async postpone(clinic: ClinicId, id: string, trouble: LetterTrouble, due: Date): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('UPDATE mail SET trouble = $2, due_at = $3 WHERE mail_id = $1', [id, trouble, due]),
    )
  }

  /** A person wants it tried anew. False when it is not one that failed. */
  async again(clinic: ClinicId, id: string, now: Date): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(
        `WITH again AS (UPDATE mail SET state = 'waiting', tries = 0, due_at = $2, settled_at = NULL
           WHERE mail_id = $1 AND state = 'failed' AND kind <> 'farewell' AND died_on(clinic_id, person_id) IS NULL RETURNING 1) SELECT 1 FROM again`,
        [id, now],
      ),
    )
    return rows.length > 0
  }
}

/** Why a person's links are worth nothing any more. */
export interface LinkEnd {
  readonly person: PersonId
  readonly why: 'used' | 'replaced'
  readonly at: Date
}

export interface LetterEnd {
  readonly state: 'sent' | 'failed' | 'given'
  readonly trouble: LetterTrouble | null
  readonly at: Date
  readonly keepsLink: boolean
}
