import { utf8 } from '@accord/domain/history/bytes'
import type { GoalId, PersonId } from '@accord/domain/ids'
import type { ClosingLine, RoomBody } from '@accord/domain/rest/session'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { SessionReader, StoredSession } from './session.repository.js'

export type RoomCheck = RoomBody

/** What stands on a session's board beside its agenda. (SE8, SE10, SE12, SE16) */
@Injectable()
export class BoardRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  async arrivals(reader: SessionReader, { session }: StoredSession) {
    return this.query<{ person: PersonId; at: number }>(
      reader,
      `SELECT person_id AS person, floor(extract(epoch FROM arrived_at) * 1000)::float8 AS at
       FROM session_arrival WHERE session_id = $1 ORDER BY arrived_at`,
      [session],
    )
  }

  /** The first time counts. */
  async arrive(by: SessionReader, { session }: StoredSession, at: number): Promise<void> {
    await this.query(
      by,
      `INSERT INTO session_arrival (session_id, person_id, clinic_id, arrived_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [session, by.person, by.clinic, new Date(at)],
    )
  }

  async show(by: SessionReader, { session }: StoredSession, goal: GoalId | null): Promise<void> {
    await this.query(by, `UPDATE session SET showing_goal = $2 WHERE session_id = $1 AND state = 'live'`, [
      session,
      goal,
    ])
  }

  async closing(reader: SessionReader, { session, plan }: StoredSession): Promise<ClosingLine | null> {
    const [row] = await this.query<Omit<ClosingLine, 'words'> & { readonly words: Buffer }>(
      reader,
      `SELECT version, words, person_id AS by, floor(extract(epoch FROM at) * 1000)::float8 AS at
       FROM session_closing WHERE session_id = $1 ORDER BY version DESC LIMIT 1`,
      [session],
    )
    if (!row) return null
    const place = lineOf(session, row.version)
    return { ...row, words: decrypt(row.words, this.keys.open(plan).key, place).toString('utf8') }
  }

  /** Throws a unique violation where somebody else saved this version first. */
  async close(by: SessionReader, of: StoredSession, line: Omit<ClosingLine, 'by'>): Promise<void> {
    const { key, version: keyVersion } = this.keys.open(of.plan)
    const words = encrypt(utf8(line.words), key, lineOf(of.session, line.version))
    const row = [of.session, line.version, by.clinic, by.person, keyVersion, words, new Date(line.at)]
    await this.query(
      by,
      `INSERT INTO session_closing (session_id, version, clinic_id, person_id, key_version, words, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      row,
    )
  }

  async room(reader: SessionReader, { session }: StoredSession): Promise<readonly RoomCheck[]> {
    return this.query<RoomCheck>(
      reader,
      'SELECT client_id AS client, field, done FROM session_room WHERE session_id = $1',
      [session],
    )
  }

  async check(by: SessionReader, { session }: StoredSession, check: RoomCheck, at: number): Promise<void> {
    await this.query(
      by,
      `INSERT INTO session_room (session_id, client_id, field, clinic_id, person_id, done, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (session_id, client_id, field)
       DO UPDATE SET person_id = excluded.person_id, done = excluded.done, at = excluded.at`,
      [session, check.client, check.field, by.clinic, by.person, check.done, new Date(at)],
    )
  }

  private async query<Row>(
    { clinic, person }: SessionReader,
    sql: string,
    parameters: unknown[],
  ): Promise<Row[]> {
    return this.transactions.run([clinic], (manager) => manager.query<Row[]>(sql, parameters), [person])
  }
}

function lineOf(session: string, version: number): Uint8Array {
  return utf8(`accord/session-closing/1 ${session} ${version}`)
}
