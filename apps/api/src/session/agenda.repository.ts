import type { PartyRelation } from '@accord/domain/case/party'
import { utf8 } from '@accord/domain/history/bytes'
import type { PersonId } from '@accord/domain/ids'
import type { AgendaSubject, SubjectState } from '@accord/domain/session/agenda'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { SessionReader, StoredSession } from './session.repository.js'

interface SubjectRow {
  readonly subject: string
  readonly by: PersonId
  readonly relation: PartyRelation
  readonly words: Buffer
  readonly state: SubjectState
  readonly at: number
}

/** What people bring to a session; encrypted with the plan's key, withdrawn rather than removed. (SE9) */
@Injectable()
export class AgendaRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  async of({ clinic, person }: SessionReader, session: StoredSession): Promise<readonly AgendaSubject[]> {
    return this.transactions.run([clinic], (manager) => this.read(manager, session), [person])
  }

  /**
   * Adds a subject where there is room for it, whoever else adds one at the same moment.
   * @returns false when there is none
   */
  async add(
    { clinic, person }: SessionReader,
    session: StoredSession,
    added: Omit<AgendaSubject, 'by' | 'state'>,
    hasRoom: (agenda: readonly AgendaSubject[]) => boolean,
  ): Promise<boolean> {
    const { subject, relation, words, at } = added
    const { key, version } = this.keys.open(session.plan)
    const row = [subject, session.session, clinic, person, relation, version]
    return this.transactions.run(
      [clinic],
      async (manager) => {
        await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [session.session])
        if (!hasRoom(await this.read(manager, session))) return false
        await manager.query(
          `INSERT INTO session_subject (subject_id, session_id, clinic_id, person_id, relation, key_version, words, state, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)`,
          [...row, encrypt(utf8(words), key, wordsOf(subject)), new Date(at)],
        )
        return true
      },
      [person],
    )
  }

  /** One subject at a time is the present one. */
  async change(
    { clinic, person }: SessionReader,
    { session }: StoredSession,
    subject: string,
    state: SubjectState,
  ): Promise<void> {
    await this.transactions.run(
      [clinic],
      async (manager) => {
        if (state === 'now')
          await manager.query(
            `UPDATE session_subject SET state = 'open' WHERE session_id = $1 AND state = 'now'`,
            [session],
          )
        await manager.query(
          'UPDATE session_subject SET state = $3 WHERE session_id = $1 AND subject_id = $2',
          [session, subject, state],
        )
      },
      [person],
    )
  }

  private async read(
    manager: EntityManager,
    { session, plan }: StoredSession,
  ): Promise<readonly AgendaSubject[]> {
    const { key } = this.keys.open(plan)
    const rows = await manager.query<SubjectRow[]>(
      `SELECT subject_id AS subject, person_id AS by, relation, words, state,
         floor(extract(epoch FROM at) * 1000)::float8 AS at
       FROM session_subject WHERE session_id = $1`,
      [session],
    )
    return rows.map((row) => ({
      ...row,
      words: decrypt(row.words, key, wordsOf(row.subject)).toString('utf8'),
    }))
  }
}

function wordsOf(subject: string): Uint8Array {
  return utf8(`accord/session-subject/1 ${subject}`)
}
