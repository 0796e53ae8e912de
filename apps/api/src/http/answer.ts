import type { RefusalAnswer } from '@accord/domain/rest/self'
import type { RefusalCode, Tombstone } from '@accord/domain/refusal'
import type { Response } from 'express'
import { message } from '../messages/message.js'

/** Codes of answers that are no refusal of the domain. */
type HouseCode =
  | 'wrong-credentials'
  | 'foreign-origin'
  | 'unexpected'
  | 'not-set-up'
  | 'link-spent'
  | 'weak-password'
  | 'email-taken'
  | 'last-administrator'
  | 'own-account'
  | 'disabled-person'
  | 'unfit-person'
  | 'last-party'
  | 'wrong-proof'
  | 'second-factor-needed'
  | 'passkey-needed'
  | 'fresh-factor-needed'
  | 'last-way'
  | 'no-mail-server'
export type AnswerCode = RefusalCode | HouseCode

/** The one table from a refusal to its HTTP status. */
const STATUS: Readonly<Record<AnswerCode, number>> = {
  malformed: 400,
  'too-large': 413,
  'too-fast': 429,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'not-yours': 403,
  'read-only': 403,
  'foreign-client': 403,
  'foreign-origin': 403,
  'reading-over': 403,
  restricted: 403,
  erased: 410,
  'not-found': 404,
  'unknown-goal': 404,
  'unknown-field': 404,
  'case-closed': 409,
  'already-exists': 409,
  'governed-fact': 409,
  'words-changed': 409,
  'session-moved-on': 409,
  'note-moved-on': 409,
  'sharing-paused': 409,
  'consent-withheld': 409,
  'nothing-to-agree-to': 409,
  'not-an-inverse': 409,
  'out-of-order': 409,
  resync: 409,
  'record-differs': 409,
  'not-opened': 409,
  'bad-changes': 400,
  'bad-character': 400,
  'plan-unreadable': 503,
  'storage-unavailable': 503,
  unexpected: 500,
  'not-set-up': 404,
  'link-spent': 410,
  'weak-password': 400,
  'email-taken': 409,
  'last-administrator': 409,
  'own-account': 409,
  'disabled-person': 409,
  'unfit-person': 409,
  'last-party': 409,
  'wrong-proof': 403,
  'second-factor-needed': 403,
  'passkey-needed': 403,
  'fresh-factor-needed': 403,
  'last-way': 409,
  'no-mail-server': 409,
  'no-retention-rule': 409,
}

export function statusOf(code: AnswerCode): number {
  return STATUS[code]
}

/** What some refusals say besides: when to come again, in seconds; when something was erased. */
interface Particulars {
  readonly retryAfter?: number | undefined
  readonly erased?: Tombstone | undefined
}

/** The body of a refusal: a code for programs and a sentence for a person. */
export function answerOf(code: AnswerCode, { retryAfter, erased }: Particulars = {}): RefusalAnswer {
  const answer = { code, message: message(`refusal.${code}`) }
  return {
    ...answer,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(erased === undefined ? {} : { erased }),
  }
}

export function sendRefusal(response: Response, code: AnswerCode, particulars: Particulars = {}): void {
  const { retryAfter } = particulars
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter))
  response.status(statusOf(code)).json(answerOf(code, particulars))
}
