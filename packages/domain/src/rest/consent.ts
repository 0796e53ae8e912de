/**
 * Consents of a case, and what was told to outsiders. (CO1–CO10)
 *
 * - `GET /api/cases/:caseId/consents` → {@link CaseConsents}
 * - `POST /api/cases/:caseId/consents/:client` {@link ConsentBody} → {@link CaseConsents}: the client, or a guardian
 * - `GET /api/consent-news` → {@link ConsentNewsList} (staff, of the cases that they practise in; what was added to records also of
 *   those that they supervise)
 * - `GET /api/cases/:caseId/disclosures` → {@link CaseDisclosures}
 * - `GET /api/cases/:caseId/disclosures/pdf?paper=A4|Letter` → the accounting on paper (CO10)
 * - `POST /api/cases/:caseId/disclosures` {@link DisclosureBody} → 201 {@link CaseDisclosures}
 * - `GET /api/clinic/consent-texts` → {@link ConsentTexts}
 * - `POST /api/clinic/consent-texts/:purpose` {@link ConsentTextBody} → {@link ConsentTexts}: administrators
 *
 * Refused: 404 `not-found`; 403 `not-yours`; 409 `words-changed` (the text is another by now), `consent-withheld` (told on the
 * authority of a consent that does not stand).
 */
import { z } from 'zod/mini'
import { DISCLOSURE_AUTHORITIES, type DisclosureAuthority } from '../consent/disclosure.js'
import type { Asked, ConsentEntry } from '../consent/ledger.js'
import {
  ASKED_PURPOSES,
  CONSENT_SCOPES,
  PURPOSES,
  type AskedPurpose,
  type ConsentAnswer,
  type ConsentPurpose,
} from '../consent/purpose.js'
import type { ConsentWords } from '../consent/text.js'
import type { CaseId, LogId, PersonId } from '../ids.js'
import { isUuid } from '../ids.js'
import { cleanText } from '../text/characters.js'
import { revision } from '../sync/shapes.js'
import type { AddendumNews } from './addenda.js'

/** Characters of a text's title or of a point's, of a name, of words, at most. */
export const LONGEST_CONSENT = { title: 120, name: 120, address: 300, words: 4_000, points: 12 } as const

const text = (longest: number) =>
  z.string().check(
    z.maxLength(longest),
    z.refine((said) => said.trim() !== '' && cleanText(said) === said),
  )
const uuid = z.string().check(z.refine(isUuid))
/** Milliseconds since the Unix epoch, up to the year 9999. */
const time = z.int().check(z.positive(), z.maximum(253_402_300_799_999))
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** A no that follows a yes takes it back. (CO4) */
const YES_OR_NO = ['yes', 'no'] as const

const askedAnswer = z.strictObject({
  purpose: z.enum(ASKED_PURPOSES),
  answer: z.enum(YES_OR_NO),
  /** Of the words on the screen. (CO2) */
  text: hash,
})
const disclosureAnswer = z.strictObject({
  purpose: z.literal('disclosure'),
  answer: z.enum(YES_OR_NO),
  text: hash,
  /** Somebody new by name, or somebody that the ledger names. */
  recipient: z.union([z.strictObject({ name: text(LONGEST_CONSENT.name) }), z.strictObject({ id: uuid })]),
  scope: z.enum(CONSENT_SCOPES),
  goal: z.nullable(uuid),
  expiresAt: z.nullable(time),
})

/** `name`: as the person who answers typed it; null where nothing is given. `acknowledged`: how many points of the limits. */
export const consentSchema = z.strictObject({
  name: z.nullable(text(LONGEST_CONSENT.name)),
  acknowledged: z.int().check(z.nonnegative(), z.maximum(LONGEST_CONSENT.points)),
  said: z.array(z.union([askedAnswer, disclosureAnswer])).check(
    z.minLength(1),
    z.maxLength(4),
    z.refine((said) => new Set(said.map(({ purpose }) => purpose)).size === said.length),
  ),
})
export type ConsentBody = z.infer<typeof consentSchema>

export const disclosureSchema = z.strictObject({
  /** When it was told; never ahead of the server's time. */
  toldAt: time,
  recipient: text(LONGEST_CONSENT.name),
  /** Where they are, where it is known. */
  address: z.nullable(text(LONGEST_CONSENT.address)),
  what: text(LONGEST_CONSENT.words),
  why: text(LONGEST_CONSENT.words),
  authority: z.enum(DISCLOSURE_AUTHORITIES),
  /** The consent that it rests on; null on any other authority. */
  consent: z.nullable(uuid),
  /** Until when an authority asked not to tell the client; null when it did not. (CO9) */
  heldUntil: z.nullable(time),
})
export type DisclosureBody = z.infer<typeof disclosureSchema>

/** `over` is the version that its writer had before them. */
export const consentTextSchema = z.strictObject({
  over: revision,
  title: text(LONGEST_CONSENT.title),
  words: text(LONGEST_CONSENT.words),
  points: z
    .array(z.strictObject({ title: text(LONGEST_CONSENT.title), words: text(LONGEST_CONSENT.words) }))
    .check(z.maxLength(LONGEST_CONSENT.points)),
  reason: text(LONGEST_CONSENT.title),
})
export type ConsentTextBody = z.infer<typeof consentTextSchema>
export const purposeSchema = z.enum(PURPOSES)

/** A version of a text. Times in ms. */
export interface ConsentText extends ConsentWords {
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly hash: string
  readonly reason: string | null
  /** Null for Accord's own words. */
  readonly by: { readonly person: PersonId; readonly name: string } | null
  readonly at: number | null
}

/** Every version of every text, the latest of each purpose first. */
export interface ConsentTexts {
  readonly texts: readonly ConsentText[]
}

/** An answer with the words that are kept encrypted. */
export interface ConsentRow extends ConsentEntry {
  /** As it was typed; null where nothing was given. */
  readonly name: string | null
  readonly recipientName: string | null
  readonly signedByName: string
}

export interface ClientConsents {
  readonly client: PersonId
  readonly name: string
  readonly asked: readonly { readonly purpose: AskedPurpose; readonly why: Asked }[]
  /** Everything that they answered, the latest first. */
  readonly ledger: readonly ConsentRow[]
  /** True where the reader may answer for them. */
  readonly mayAnswer: boolean
}

export interface CaseConsents {
  readonly caseId: CaseId
  /** The words that count now. */
  readonly texts: readonly ConsentText[]
  readonly clients: readonly ClientConsents[]
  readonly practitioners: readonly string[]
  /** Who supervises now. */
  readonly supervisors: readonly string[]
  /** Who did until a client said no, and would again. */
  readonly awaiting: readonly string[]
}

/** An answer that a client gave, or a guardian for them, and that the asker has not seen. (CO11) */
export interface ConsentNews {
  readonly consent: string
  readonly caseId: CaseId
  /** The case's plan, by which it is marked as seen. */
  readonly plan: LogId
  readonly purpose: ConsentPurpose
  readonly answer: ConsentAnswer
  readonly clientName: string
  readonly signedByName: string
  /** In ms. */
  readonly at: number
}

/** Answer of `GET /api/consent-news`, the latest of each first. `at` is when it was read, in ms. */
export interface ConsentNewsList {
  readonly at: number
  readonly news: readonly ConsentNews[]
  /** What was added to records. (AD8) */
  readonly addenda: readonly AddendumNews[]
}

export interface DisclosureRow {
  readonly disclosure: string
  readonly toldAt: number
  readonly recipient: string
  readonly address: string | null
  readonly what: string
  readonly why: string
  readonly authority: DisclosureAuthority
  readonly consent: string | null
  readonly heldUntil: number | null
  readonly by: { readonly person: PersonId; readonly name: string }
  readonly writtenAt: number
}

/** The latest first. */
export interface CaseDisclosures {
  readonly caseId: CaseId
  readonly disclosures: readonly DisclosureRow[]
}
