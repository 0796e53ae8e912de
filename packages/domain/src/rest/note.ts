/**
 * Notes on sessions [FHIR Composition]: docs/spec/notes.md.
 *
 * At the console:
 * - `GET /api/notes` → {@link NotesToDo}: what the asker has to write, sign or co-sign
 * - `GET /api/cases/:caseId/notes` → {@link NoteList}
 * - `GET /api/sessions/:session/note` → {@link NoteDesk}; `POST` {@link DraftBody} → {@link NoteDraft}
 * - `GET /api/notes/:note` → {@link NoteView}
 * - `POST /api/notes/:note/sign` {@link SignBody}, `…/amendments` {@link AmendBody}, `…/co-sign` {@link CoSignBody}, `…/return`
 *   {@link ReturnBody}, `…/release` {@link ReleaseBody} → {@link NoteView}
 * - `GET /api/notes/:note/pdf?paper=A4` → PDF
 *
 * At the portal:
 * - `GET /api/cases/:caseId/released-notes` → {@link ReleasedNotes}
 * - `GET /api/notes/:note/released` → {@link ReleasedNote}
 * - `POST /api/notes/:note/replies` {@link ReplyBody} → {@link ReleasedNote}: clients and guardians to whom it is shown
 *
 * Refused: 404 `not-found`; 403 `not-yours`, `read-only`; 409 `words-changed` (another version came in between, or a signature's
 * hash is of other words), `note-moved-on` (it is no longer in the state that this needs), `session-moved-on` (it has not
 * ended).
 */
import { z } from 'zod/mini'
import type { Discipline } from '../case/discipline.js'
import type { CaseId, NoteId, PersonId, SessionId } from '../ids.js'
import { LONGEST_MARK, MARK_KINDS, MOST_MARKS, hasIntensity, regionOf } from '../note/body-map.js'
import { LONGEST_SECTION, MOST_QUOTES, LONGEST_NOTE, type NoteContent } from '../note/content.js'
import { NOTE_KINDS } from '../note/kind.js'
import type { NoteQuote } from '../note/quote.js'
import {
  DELAY_REASONS,
  LONGEST_REASON,
  SHOWN_TO_PARTIES,
  WITHHOLD_REASONS,
  type Release,
  type Showing,
} from '../note/release.js'
import type { NoteState } from '../note/state.js'
import type { NoteTemplate, TemplateId } from '../note/template.js'
import type { SessionKind, SessionPlace, SessionState } from '../session/session.js'
import { count, hash, id, nth, revision } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { hasForbiddenCharacter } from '../text/characters.js'

/** In UTF-16 code units. */
export const LONGEST_AMENDMENT = 10_000
export const LONGEST_REPLY = 4_000

/** Lines end in LF alone, so that a text has one hash. */
const words = (longest: number) =>
  z.string().check(
    z.maxLength(longest),
    z.refine((text) => !hasForbiddenCharacter(text) && !text.includes('\u0085')),
  )
const said = (longest: number) => words(longest).check(z.trim(), z.minLength(1))

const formSchema = z.union([
  z.strictObject({ kind: z.enum(NOTE_KINDS) }),
  z.strictObject({ kind: z.literal('template'), template: id<TemplateId>(), version: nth }),
])

const markSchema = z
  .strictObject({
    region: z.string().check(z.refine((region) => regionOf(region) !== undefined)),
    kind: z.enum(MARK_KINDS),
    intensity: z.nullable(z.int().check(z.minimum(0), z.maximum(10))),
    words: words(LONGEST_MARK),
  })
  .check(z.refine(({ kind, intensity }) => intensity === null || hasIntensity(kind)))

/** `after` is the version that was read, 0 before there was one; a quote is named by its key. */
export const draftSchema = z.strictObject({
  after: revision,
  form: formSchema,
  sections: z
    .array(
      z.strictObject({
        section: z.string().check(z.minLength(1), z.maxLength(36)),
        words: words(LONGEST_SECTION),
      }),
    )
    .check(
      z.maxLength(40),
      z.refine((all) => new Set(all.map(({ section }) => section)).size === all.length),
      z.refine((all) => all.reduce((sum, one) => sum + one.words.length, 0) <= LONGEST_NOTE),
    ),
  quotes: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(MOST_QUOTES)),
  marks: z.array(markSchema).check(z.maxLength(MOST_MARKS)),
})
export type DraftBody = z.infer<typeof draftSchema>

const reasoned = { words: words(LONGEST_REASON) }
export const releaseSchema = z.union([
  z.strictObject({ kind: z.literal('released'), to: z.enum(SHOWN_TO_PARTIES) }),
  z.strictObject({
    kind: z.literal('delayed'),
    to: z.enum(SHOWN_TO_PARTIES),
    until: count.check(z.maximum(8.64e15)),
    reason: z.enum(DELAY_REASONS),
    ...reasoned,
  }),
  z.strictObject({ kind: z.literal('withheld'), reason: z.enum(WITHHOLD_REASONS), ...reasoned }),
])
export type ReleaseBody = z.infer<typeof releaseSchema>

/** `hash` is of the text that the writer saw; `coSigner` whom they ask, or nobody. */
export const signSchema = z.strictObject({
  draft: nth,
  hash,
  coSigner: z.nullable(id<PersonId>()),
  release: releaseSchema,
})
export type SignBody = z.infer<typeof signSchema>

/** `number` is the amendment's own, from 1. */
export const amendSchema = z.strictObject({ number: nth, hash, words: said(LONGEST_AMENDMENT) })
export type AmendBody = z.infer<typeof amendSchema>

/** What its reader says about a note; `number` is the reply's own, from 1. (TO10) */
export const replySchema = z.strictObject({ number: nth, words: said(LONGEST_REPLY) })
export type ReplyBody = z.infer<typeof replySchema>

export const coSignSchema = z.strictObject({ hash })
export type CoSignBody = z.infer<typeof coSignSchema>

export const returnSchema = z.strictObject({ hash, words: said(LONGEST_REASON) })
export type ReturnBody = z.infer<typeof returnSchema>

/** The session that a note is of; times in ms, null where it was held before sessions were kept. */
export interface NoteSession {
  readonly session: SessionId
  readonly caseId: CaseId
  readonly number: number
  readonly kind: SessionKind
  readonly place: SessionPlace
  readonly minutes: number
  readonly state: SessionState
  readonly scheduledFor: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** Who said that they were there. */
  readonly present: readonly PersonId[]
}

export interface NoteDraft {
  readonly note: NoteId
  readonly version: number
  readonly savedAt: number
  readonly content: NoteContent
}

/** A note as it was signed; a returned one and the one signed after it are both kept. */
export interface SignedNote {
  readonly version: number
  readonly at: number
  readonly late: boolean
  readonly hash: string
  readonly content: NoteContent
  readonly coSigner: PersonId | null
}

export interface Amendment {
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly hash: string
  readonly words: string
}

/** What a client or guardian says about a note: beside what is signed, never in it. (TO10) */
export interface NoteReply {
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly words: string
}

/** What a supervisor answered to a request to co-sign. */
export interface CoSigning {
  readonly version: number
  readonly by: PersonId
  readonly at: number
  /** Why it was returned; null for a co-signature. */
  readonly returned: string | null
}

/** A signed note with all that followed. */
export interface NoteView {
  readonly note: NoteId
  readonly session: NoteSession
  readonly author: PersonId
  readonly state: NoteState
  readonly discipline: Discipline
  /** The last one stands. */
  readonly signed: readonly SignedNote[]
  readonly coSignings: readonly CoSigning[]
  readonly amendments: readonly Amendment[]
  readonly replies: readonly NoteReply[]
  readonly release: Release | null
  readonly people: readonly PersonName[]
  readonly may: { readonly amend: boolean; readonly coSign: boolean; readonly release: boolean }
}

/** What the writer of a note has before them. */
export interface NoteDesk {
  readonly at: number
  readonly session: NoteSession
  readonly discipline: Discipline
  readonly people: readonly PersonName[]
  readonly hasGuardian: boolean
  /** The asker's own note once it was signed. */
  readonly own: NoteView | null
  readonly draft: NoteDraft | null
  readonly quotable: readonly NoteQuote[]
  /** The asker's last signed note of the case, for carrying forward; this session's own left out. */
  readonly last: { readonly number: number; readonly at: number; readonly content: NoteContent } | null
  readonly templates: readonly NoteTemplate[]
  readonly coSigners: readonly PersonId[]
  readonly mayWrite: boolean
}

/** A line of a list of notes. */
export interface NoteLine {
  readonly note: NoteId
  readonly session: NoteSession
  readonly author: PersonId
  readonly state: NoteState
  /** When it was signed last; null for a draft. */
  readonly signedAt: number | null
  readonly late: boolean
  /** How many amendments there are. */
  readonly amendments: number
  /** To whom and from when on it is shown; null before it was signed. */
  readonly showing: Showing | null
}

/** The latest session first; sessions of the asker's that have no note yet among them. */
export interface NoteList {
  readonly at: number
  readonly notes: readonly NoteLine[]
  readonly missing: readonly NoteSession[]
  readonly people: readonly PersonName[]
  readonly mayWrite: boolean
}

/** Something that waits: a note to begin, to finish, that was returned, or to co-sign. */
export interface NoteToDo {
  readonly kind: 'begin' | 'finish' | 'returned' | 'co-sign'
  readonly caseId: CaseId
  readonly session: SessionId
  readonly note: NoteId | null
  readonly number: number
  readonly clients: readonly string[]
  readonly author: string
  /** When the session ended, or the note was signed. */
  readonly since: number
  readonly late: boolean
}

/** The oldest first. */
export interface NotesToDo {
  readonly at: number
  readonly notes: readonly NoteToDo[]
}

/** A note as a client or guardian finds it in their list. */
export interface ReleasedLine {
  readonly note: NoteId
  readonly number: number
  readonly day: number
  readonly author: PersonId
  /** Null while its words are not shown. */
  readonly signedAt: number | null
  /** From when on it is shown; null where it is kept back. */
  readonly shownFrom: number | null
}

export interface ReleasedNotes {
  readonly at: number
  readonly notes: readonly ReleasedLine[]
  readonly people: readonly PersonName[]
}

/** A note that is shown to its reader. */
export interface ReleasedNote {
  readonly note: NoteId
  readonly session: NoteSession
  readonly author: PersonId
  readonly signedAt: number
  readonly late: boolean
  readonly coSigned: { readonly by: PersonId; readonly at: number } | null
  readonly hash: string
  readonly content: NoteContent
  readonly amendments: readonly Amendment[]
  readonly replies: readonly NoteReply[]
  readonly people: readonly PersonName[]
}
