/**
 * Letters of a clinic to its people: who got which, whether it arrived. Administrators at the console. (ID12–ID15)
 *
 * - `GET /api/outbox?show=` → {@link Outbox}, the latest first, 200 at most
 * - `GET /api/outbox/:letter` → {@link Letter}; 404
 * - `POST /api/outbox/:letter/again` → 204: one that failed is tried anew; 409 `already-exists` for any other;
 *   410 `link-spent` when its link is too old
 * - `POST /api/outbox/:letter/handed-over` → 204: it reached its person in another way; 409 `already-exists`
 */
import { z } from 'zod/mini'
import type { PersonId } from '../ids.js'

/** What a letter is about. Each has its words in the catalogue, none of them clinical. */
export type LetterKind =
  | 'welcome'
  | 'reset'
  | 'reset-at-practice'
  | 'new-device'
  | 'sign-in-changed'
  | 'request-came'
  | 'request-answered'
  | 'farewell'

/** `kept`: no mail server carries it. `failed`: the server would not take it, or could not be reached for hours. */
export type LetterState = 'kept' | 'waiting' | 'sent' | 'failed' | 'given'

/** `refused` for good; `unauthorised`: the server does not take our password; `late`: the link in it is too old. */
export type LetterTrouble = 'refused' | 'unreachable' | 'unauthorised' | 'late'

const OUTBOX_FILTERS = ['all', 'waiting', 'failed'] as const
export type OutboxFilter = (typeof OUTBOX_FILTERS)[number]

export const outboxSearchSchema = z.strictObject({ show: z.optional(z.enum(OUTBOX_FILTERS)) })
export type OutboxSearch = z.infer<typeof outboxSearchSchema>

/** A letter as the list shows it. Times in ms. */
export interface LetterLine {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly kind: LetterKind
  readonly subject: string
  readonly state: LetterState
  readonly trouble: LetterTrouble | null
  readonly tries: number
  readonly at: number
  /** When it was sent, given up or handed over; null while it waits. */
  readonly settledAt: number | null
}

export interface Outbox {
  /** Whether a mail server carries letters. */
  readonly isConnected: boolean
  readonly counts: Readonly<Record<OutboxFilter, number>>
  readonly letters: readonly LetterLine[]
}

/** `hidden`: an administrator could come in as its person. `gone`: it was sent, handed over, or is too old. */
export type LetterLink =
  { readonly state: 'none' | 'hidden' | 'gone' } | { readonly state: 'shown'; readonly address: string }

/** A letter with its words: paragraphs before and after the link. */
export interface Letter extends LetterLine {
  readonly email: string
  readonly from: string
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly link: LetterLink
  readonly linkUntil: number | null
}
