import type { CaseId, NoteId, SessionId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { SessionReader } from '../session/session.repository.js'
import type { AftermathRows, DraftRow, NoteRow, SignedRow } from './note-rows.js'

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const READ = `
SELECT n.note_id AS note, n.case_id AS "caseId", n.session_id AS session, n.author_id AS author, n.state,
  ${MS('n.begun_at')} AS "begunAt", n.signed_version AS "signedVersion",
  n.shown_to AS "shownTo", ${MS('n.shown_from')} AS "shownFrom",
  ${MS('s.signed_at')} AS "signedAt", coalesce(s.late, false) AS late,
  (SELECT count(*)::int FROM note_amendment a WHERE a.note_id = n.note_id) AS amendments
FROM note n LEFT JOIN note_signed s ON s.note_id = n.note_id AND s.version = n.signed_version`

const DRAFT = `SELECT note_id AS note, version, ${MS('saved_at')} AS "savedAt", content FROM note_draft`
const SIGNED = `
SELECT note_id AS note, version, ${MS('signed_at')} AS at, late, co_signer_id AS "coSigner", content FROM note_signed`
const CO_SIGNINGS = `
SELECT version, person_id AS by, ${MS('at')} AS at, words FROM note_co_signing WHERE note_id = $1 ORDER BY version`
const NUMBERED = (table: string) => `
SELECT number, person_id AS by, ${MS('at')} AS at, content FROM ${table} WHERE note_id = $1 ORDER BY number`
const LAST_SIGNED = `${SIGNED} JOIN note n USING (note_id) JOIN session o ON o.session_id = n.session_id
WHERE n.case_id = $1 AND n.author_id = $2 AND n.session_id <> $3 AND note_signed.version = n.signed_version
  AND n.state NOT IN ('draft', 'returned')
  AND o.scheduled_for <= (SELECT mine.scheduled_for FROM session mine WHERE mine.session_id = $3)
ORDER BY o.scheduled_for DESC LIMIT 1`

/** Reads notes with somebody's own eyes: PostgreSQL shows what is for them. (NO14) */
@Injectable()
export class NoteRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  ofCase(reader: SessionReader, caseId: CaseId): Promise<readonly NoteRow[]> {
    return this.ask<NoteRow[]>(reader, `${READ} WHERE n.case_id = $1 ORDER BY n.begun_at DESC`, [caseId])
  }

  async find(reader: SessionReader, note: NoteId): Promise<NoteRow | null> {
    return (await this.ask<NoteRow[]>(reader, `${READ} WHERE n.note_id = $1`, [note]))[0] ?? null
  }

  /** Somebody's own note on a session. */
  async own(reader: SessionReader, session: SessionId): Promise<NoteRow | null> {
    const sql = `${READ} WHERE n.session_id = $1 AND n.author_id = $2`
    return (await this.ask<NoteRow[]>(reader, sql, [session, reader.person]))[0] ?? null
  }

  async draft(reader: SessionReader, note: NoteId): Promise<DraftRow | null> {
    return (await this.ask<DraftRow[]>(reader, `${DRAFT} WHERE note_id = $1`, [note]))[0] ?? null
  }

  /** The version that stands of their last note that they signed in a case before a session. */
  async lastSigned(reader: SessionReader, caseId: CaseId, before: SessionId): Promise<SignedRow | null> {
    return (await this.ask<SignedRow[]>(reader, LAST_SIGNED, [caseId, reader.person, before]))[0] ?? null
  }

  async aftermath(reader: SessionReader, note: NoteId): Promise<AftermathRows> {
    const { clinic, person } = reader
    return this.transactions.run(
      [clinic],
      async (manager): Promise<AftermathRows> => {
        const rows = <Row>(sql: string) => manager.query<Row[]>(sql, [note])
        return {
          signed: await rows(`${SIGNED} WHERE note_id = $1 ORDER BY version`),
          coSignings: await rows(CO_SIGNINGS),
          amendments: await rows(NUMBERED('note_amendment')),
          replies: await rows(NUMBERED('note_reply')),
          releases: await rows(NUMBERED('note_release')),
        }
      },
      [person],
    )
  }

  private ask<Rows>({ clinic, person }: SessionReader, sql: string, parameters: unknown[]): Promise<Rows> {
    return this.transactions.ask<Rows>([clinic], sql, parameters, [person])
  }
}
