import type { CaseId, NoteId, PersonId, SessionId } from '@accord/domain/ids'
import type { Showing } from '@accord/domain/note/release'
import type { NoteState } from '@accord/domain/note/state'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { SessionReader } from '../session/session.repository.js'

/** Encrypted words, with the version of the key. */
export interface Sealed {
  readonly keyVersion: number
  readonly content: Buffer
}

export interface NewNote {
  readonly note: NoteId
  readonly caseId: CaseId
  readonly session: SessionId
  readonly at: number
}

export interface NewDraft extends Sealed {
  readonly note: NoteId
  readonly version: number
  readonly at: number
}

export interface NewSigned extends Sealed {
  readonly note: NoteId
  readonly version: number
  /** Of the draft that is signed. */
  readonly draft: number
  readonly at: number
  readonly late: boolean
  readonly coSigner: PersonId | null
}

/** From which state into which. */
export interface Move {
  readonly from: NoteState
  readonly to: NoteState
}

/** Something that is added to a signed note: an amendment, a reply, or a decision about showing it. */
export interface Added extends Sealed {
  readonly note: NoteId
  readonly number: number
  readonly at: number
}

export interface NewCoSigning {
  readonly note: NoteId
  readonly version: number
  readonly at: number
  readonly keyVersion: number
  /** Why it is returned, sealed; null for a co-signature. */
  readonly words: Buffer | null
}

const TIME = (index: number) => `to_timestamp($${index}::float8 / 1000)`
const BEGIN = `INSERT INTO note (note_id, clinic_id, case_id, session_id, author_id, begun_at, state)
VALUES ($1, $2, $3, $4, $5, ${TIME(6)}, 'draft')`
const FIRST_DRAFT = `INSERT INTO note_draft (note_id, clinic_id, version, saved_at, key_version, content)
VALUES ($1, $2, 1, ${TIME(3)}, $4, $5)`
const SAVE = `UPDATE note_draft SET version = $2, saved_at = ${TIME(3)}, key_version = $4, content = $5
WHERE note_id = $1 AND version = $2 - 1 RETURNING version`
/** The note is in the state that it was in, and stays so: of two who sign at once, the second waits, and finds none. */
const HOLD_NOTE = `SELECT 1 FROM note WHERE note_id = $1 AND state = $2 FOR UPDATE`
/** The draft is as it was read, and stays so until the signature is stored. */
const HOLD_DRAFT = `SELECT version FROM note_draft WHERE note_id = $1 AND version = $2 FOR UPDATE`
const SIGN = `INSERT INTO note_signed
  (note_id, version, clinic_id, person_id, signed_at, late, co_signer_id, key_version, content)
VALUES ($1, $2, $3, $4, ${TIME(5)}, $6, $7, $8, $9)`
const SIGNED = `UPDATE note SET state = $3, signed_version = $4 WHERE note_id = $1 AND state = $2 RETURNING note_id`
const MOVE = `UPDATE note SET state = $3 WHERE note_id = $1 AND state = $2 RETURNING note_id`
const SHOW = `UPDATE note SET shown_to = $2, shown_from = ${TIME(3)} WHERE note_id = $1`
const ADD = (table: 'note_amendment' | 'note_release' | 'note_reply') => `INSERT INTO ${table}
  (note_id, number, clinic_id, person_id, at, key_version, content) VALUES ($1, $2, $3, $4, ${TIME(5)}, $6, $7)`
const CO_SIGN = `INSERT INTO note_co_signing
  (note_id, version, clinic_id, person_id, at, returned, key_version, words)
VALUES ($1, $2, $3, $4, ${TIME(5)}, $6, $7, $8)`

/** Writes notes. Of what is signed nothing here changes or removes a word; the database refuses it as well. (NO8) */
@Injectable()
export class NoteWritingRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** Throws a unique violation where its author began one on this session already. */
  begin(by: SessionReader, one: NewNote, { at, keyVersion, content }: NewDraft): Promise<void> {
    return this.within(by, async (manager) => {
      await manager.query(BEGIN, [one.note, by.clinic, one.caseId, one.session, by.person, one.at])
      await manager.query(FIRST_DRAFT, [one.note, by.clinic, at, keyVersion, content])
    })
  }

  /** False when another version came in between. */
  save(by: SessionReader, { note, version, at, keyVersion, content }: NewDraft): Promise<boolean> {
    return this.within(by, (manager) => changed(manager, SAVE, [note, version, at, keyVersion, content]))
  }

  /** The signature, and what its author decided about showing it, all or nothing; false when the draft moved on. */
  sign(
    by: SessionReader,
    one: NewSigned,
    move: Move,
    release: Added & { readonly showing: Showing },
  ): Promise<boolean> {
    const { note, version, at, late, coSigner, keyVersion, content } = one
    return this.within(by, async (manager) => {
      const isThere = await manager.query<unknown[]>(HOLD_NOTE, [note, move.from])
      const held = await manager.query<unknown[]>(HOLD_DRAFT, [note, one.draft])
      if (isThere.length === 0 || held.length === 0) return false
      const row = [note, version, by.clinic, by.person, at, late, coSigner, keyVersion, content]
      await manager.query(SIGN, row)
      if (!(await changed(manager, SIGNED, [note, move.from, move.to, version]))) throw new Error('moved on')
      await this.addTo(manager, by, 'note_release', release)
      await manager.query(SHOW, [note, release.showing.to, release.showing.from])
      return true
    })
  }

  /** False when it is no longer in the state that it was in. */
  amend(by: SessionReader, one: Added, move: Move): Promise<boolean> {
    return this.within(by, async (manager) => {
      if (!(await changed(manager, MOVE, [one.note, move.from, move.to]))) return false
      await this.addTo(manager, by, 'note_amendment', one)
      return true
    })
  }

  /** What a reader says about it; PostgreSQL asks whether it is shown to them. (TO10) */
  reply(by: SessionReader, one: Added): Promise<void> {
    return this.within(by, (manager) => this.addTo(manager, by, 'note_reply', one))
  }

  release(by: SessionReader, one: Added, showing: Showing): Promise<void> {
    return this.within(by, async (manager) => {
      await this.addTo(manager, by, 'note_release', one)
      await manager.query(SHOW, [one.note, showing.to, showing.from])
    })
  }

  coSign(by: SessionReader, one: NewCoSigning, move: Move): Promise<boolean> {
    const { note, version, at, keyVersion, words } = one
    return this.within(by, async (manager) => {
      const row = [note, version, by.clinic, by.person, at, words !== null, keyVersion, words]
      await manager.query(CO_SIGN, row)
      if (!(await changed(manager, MOVE, [note, move.from, move.to]))) throw new Error('moved on')
      return true
    })
  }

  private async addTo(
    manager: EntityManager,
    { clinic, person }: SessionReader,
    table: Parameters<typeof ADD>[0],
    { note, number, at, keyVersion, content }: Added,
  ): Promise<void> {
    await manager.query(ADD(table), [note, number, clinic, person, at, keyVersion, content])
  }

  private within<Done>(
    { clinic, person }: SessionReader,
    work: (manager: EntityManager) => Promise<Done>,
  ): Promise<Done> {
    return this.transactions.run([clinic], work, [person])
  }
}

async function changed(manager: EntityManager, sql: string, parameters: unknown[]): Promise<boolean> {
  const [rows] = await manager.query<[unknown[], number]>(sql, parameters)
  return rows.length > 0
}
