import type { CaseId, NoteId, PersonId, SessionId } from '@accord/domain/ids'
import type { Showing } from '@accord/domain/note/release'
import type { NoteState } from '@accord/domain/note/state'

/** Where a note is, as PostgreSQL shows it to a reader. Times in ms. (NO14) */
export interface NoteRow {
  readonly note: NoteId
  readonly caseId: CaseId
  readonly session: SessionId
  readonly author: PersonId
  readonly state: NoteState
  readonly begunAt: number
  /** 0 before it was signed. */
  readonly signedVersion: number
  readonly shownTo: Showing['to']
  readonly shownFrom: number | null
  /** Of the version that stands; null where there is none, or none for this reader. */
  readonly signedAt: number | null
  readonly late: boolean
  readonly amendments: number
}

export interface DraftRow {
  readonly note: NoteId
  readonly version: number
  readonly savedAt: number
  readonly content: Buffer
}

export interface SignedRow {
  readonly note: NoteId
  readonly version: number
  readonly at: number
  readonly late: boolean
  readonly coSigner: PersonId | null
  readonly content: Buffer
}

export interface CoSigningRow {
  readonly version: number
  readonly by: PersonId
  readonly at: number
  readonly words: Buffer | null
}

/** An amendment, a reply, or a decision about showing it. */
export interface NumberedRow {
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly content: Buffer
}

/** What followed a signature. */
export interface AftermathRows {
  readonly signed: readonly SignedRow[]
  readonly coSignings: readonly CoSigningRow[]
  readonly amendments: readonly NumberedRow[]
  readonly replies: readonly NumberedRow[]
  readonly releases: readonly NumberedRow[]
}
