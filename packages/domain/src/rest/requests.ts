/**
 * What people ask a practice to do with what it keeps of them, and what is answered. (DR)
 *
 * At the portal, clients and guardians:
 * - `GET /api/me/requests` → {@link OwnRequests}
 * - `POST /api/me/requests` {@link RequestBody} → 201 {@link OwnRequests}; the same id again is answered alike
 * - `POST /api/me/requests/:dataRequest/withdraw` → 200 {@link OwnRequests}; 409 `already-exists` once it is answered
 *
 * At the console, administrators:
 * - `GET /api/requests` → {@link RequestDesk}
 * - `GET /api/requests/waiting` → {@link WaitingRequests}: numbers only, for every page
 * - `POST /api/requests/:dataRequest/extend` {@link ExtendBody} → 200 {@link RequestDesk}; 409 `already-exists` (once, in the first month)
 * - `POST /api/requests/:dataRequest/answer` {@link AnswerBody} → 200 {@link RequestDesk}, with a fresh proof; 409 `already-exists`,
 *   `no-retention-rule` (none is chosen, so that nothing can be erased)
 * - `POST /api/requests/cases/:caseId/lift` {@link WhyBody} → 200 {@link RequestDesk}, with a fresh proof: it is worked with again
 * - `POST /api/requests/cases/:caseId/hold` {@link WhyBody} → 200 {@link RequestDesk}; 409 `already-exists`
 * - `POST /api/requests/cases/:caseId/hold/lift` → 200 {@link RequestDesk}, with a fresh proof; 409 `already-exists`
 * - `GET /api/retention` → {@link Retention}
 * - `POST /api/retention` {@link RetentionBody} → 200 {@link Retention}, with a fresh proof; 409 `words-changed`
 *
 * Refused: 404 `not-found` for whatever isn't there for the asker; 403 `not-yours`, `fresh-factor-needed`.
 */
import { z } from 'zod/mini'
import type { Discipline } from '../case/discipline.js'
import { isUuid, isUuidV7, type CaseId, type PersonId } from '../ids.js'
import {
  RETENTION_CODES,
  type RetentionCode,
  type RetentionRule,
  type RuleCited,
} from '../privacy/retention.js'
import {
  LONGEST_REQUEST_WORDS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type RequestKind,
  type RequestOutcome,
  type RequestState,
} from '../privacy/request.js'
import { cleanText } from '../text/characters.js'
import { revision } from '../sync/shapes.js'

const words = z.string().check(
  z.maxLength(LONGEST_REQUEST_WORDS),
  z.refine((said) => said.trim() !== '' && cleanText(said) === said),
)

/** `id` is the asker's own, a UUID v7; no case means everything that the practice keeps of them. */
export const requestSchema = z.strictObject({
  id: z.string().check(z.refine(isUuidV7)),
  kind: z.enum(REQUEST_KINDS),
  caseId: z.nullable(z.string().check(z.refine(isUuid))),
  words,
})
export type RequestBody = z.infer<typeof requestSchema>

export const extendSchema = z.strictObject({ reason: words })
export type ExtendBody = z.infer<typeof extendSchema>

export const answerSchema = z.strictObject({ outcome: z.enum(REQUEST_OUTCOMES), words })
export type AnswerBody = z.infer<typeof answerSchema>

/** How many wait for their answer, and how many of them have done so for too long. (DR18) */
export interface WaitingRequests {
  readonly waiting: number
  readonly overdue: number
}

/** Why a case is worked with again, or must be kept. */
export const whySchema = z.strictObject({ reason: words })
export type WhyBody = z.infer<typeof whySchema>

/** `over`: how many choices the asker had before them. */
export const retentionSchema = z.strictObject({
  over: revision,
  codes: z.array(z.enum(RETENTION_CODES)).check(
    z.minLength(1),
    z.refine((codes) => new Set(codes).size === codes.length),
  ),
})
export type RetentionBody = z.infer<typeof retentionSchema>

/**
 * What a granted request does to a case. (DR20, DR30)
 * - `restricted`: kept, and nobody of the practice works with it, until the practice lifts that
 * - `kept`: the same until `until`, then erased; `rule` says why
 * - `held`: the same as long as something forbids to erase it (a court, a claim)
 * - `shared`: it is other people's as well, who did not ask; nothing is done until they do
 * - `erased`: it is gone
 * - `lifted`: it is worked with again
 */
export const CASE_FATES = ['restricted', 'kept', 'held', 'shared', 'erased', 'lifted'] as const
export type CaseFate = (typeof CASE_FATES)[number]

/** `until`: a day, YYYY-MM-DD; null where no day is known. `since` in ms. */
export interface RequestedCase {
  readonly caseId: CaseId
  readonly fate: CaseFate
  readonly since: number
  readonly until: string | null
  readonly rule: RuleCited | null
  /** Why it is worked with again; null but for `lifted`. */
  readonly why: string | null
}

/** One request with its clock. Times in ms. */
export interface RequestRow {
  readonly request: string
  readonly kind: RequestKind
  /** Null where it is about everything. */
  readonly caseId: CaseId | null
  /** As the person wrote them. */
  readonly words: string
  readonly state: RequestState
  readonly receivedAt: number
  readonly dueAt: number
  readonly extension: { readonly at: number; readonly reason: string } | null
  readonly answer: { readonly outcome: RequestOutcome; readonly at: number; readonly words: string } | null
  /** What became of each case, once restriction or erasure was granted. */
  readonly cases: readonly RequestedCase[]
}

/** A case of one's own that nobody of the practice works with. */
export interface RestrictedCase {
  readonly caseId: CaseId
  readonly since: number
  readonly until: string | null
  readonly rule: RuleCited | null
}

/** One's own requests, the latest first, and which of one's cases are restricted now. `at`: the server's time, in ms. */
export interface OwnRequests {
  readonly at: number
  readonly requests: readonly RequestRow[]
  readonly restricted: readonly RestrictedCase[]
}

/** A case of the person who asks, with what would become of it if it were to be erased now. */
export interface DeskCase {
  readonly caseId: CaseId
  readonly discipline: Discipline
  readonly clients: readonly string[]
  readonly practitioners: readonly string[]
  /** Whether other clients have a part in it, who did not ask the same. */
  readonly isShared: boolean
  /** Since when it is restricted, in ms; null where it is not. */
  readonly restrictedSince: number | null
  readonly hold: LegalHold | null
  readonly retention: RetentionAnswer
}

/** Why a case must be kept whatever a rule says. Time in ms. (DR22) */
export interface LegalHold {
  readonly reason: string
  readonly by: string
  readonly from: number
}

/**
 * - `no-rule`: the practice chose none, so that nothing can be erased. (DR21)
 * - `unknown-age`: a rule for children needs a day of birth that the practice doesn't have
 * - `kept`: until the day `until` (YYYY-MM-DD), which lies ahead or is over
 */
export type RetentionAnswer =
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'unknown-age' }
  | { readonly kind: 'kept'; readonly until: string; readonly isOver: boolean; readonly rule: RuleCited }

export interface DeskRequest extends RequestRow {
  readonly person: { readonly person: PersonId; readonly name: string }
  readonly about: readonly DeskCase[]
}

/** Every request, those that wait first and of these the one that is due first. `at`: the server's time, in ms. */
export interface RequestDesk {
  readonly at: number
  readonly requests: readonly DeskRequest[]
}

/** Which rules there are, and which the practice chose, the latest choice first. Times in ms. */
export interface Retention {
  readonly rules: readonly RetentionRule[]
  readonly choices: readonly {
    readonly codes: readonly RetentionCode[]
    readonly by: string
    readonly at: number
  }[]
}
