/**
 * The audit of a clinic, for its administrators. docs/spec/audit.md
 *
 * - `GET /api/audit?person=&case=&kind=&outcome=&since=&until=&before=` → {@link AuditPage}, the latest first, 100 at a time
 * - `GET /api/audit/file?…` → the same events as CSV, at most 50,000
 * - `GET /api/audit/check` → {@link AuditChecked}
 * - `GET /api/audit/findings` → {@link AuditFindings}
 *
 * Refused: 403 `not-yours` to whoever is no administrator; 400 `malformed`.
 */
import { z } from 'zod/mini'
import type { Action } from '../access/action.js'
import type { Audience } from '../access/subject.js'
import { AUDIT_OUTCOMES, type AuditOutcome } from '../audit/event.js'
import type { AuditFinding } from '../audit/findings.js'
import { AUDIT_KINDS } from '../audit/kind.js'
import type { Relation } from '../case/relation.js'
import { isUuid, type CaseId, type PersonId } from '../ids.js'
import type { PersonName } from '../sync/wire.js'

const uuid = z.string().check(z.refine(isUuid))
/** Milliseconds since the Unix epoch, as an address writes them. */
const time = z.string().check(z.regex(/^\d{1,15}$/))

export const auditSearchSchema = z.strictObject({
  person: z.optional(uuid),
  case: z.optional(uuid),
  kind: z.optional(z.enum(AUDIT_KINDS)),
  outcome: z.optional(z.enum(AUDIT_OUTCOMES)),
  since: z.optional(time),
  until: z.optional(time),
  before: z.optional(time),
})
export type AuditSearch = z.infer<typeof auditSearchSchema>

/** An event as it is shown. Time in ms. */
export interface AuditLine {
  readonly seq: number
  readonly at: number
  readonly person: PersonId | null
  readonly audience: Audience
  readonly roles: readonly string[]
  readonly action: Action
  readonly outcome: AuditOutcome
  readonly code: string | null
  readonly caseId: CaseId | null
  /** What the person was to that case at that moment; null where they had no part in it. */
  readonly relation: Relation | null
  readonly address: string
}

/** Answer of `GET /api/audit`. */
export interface AuditPage {
  readonly events: readonly AuditLine[]
  /** Everybody who is named by an event, and the clients of every case. */
  readonly people: readonly PersonName[]
  readonly cases: readonly { readonly caseId: CaseId; readonly clients: readonly PersonId[] }[]
  /** How many events fit the search. */
  readonly total: number
  /** `before` of the next page; null on the last one. */
  readonly next: number | null
}

/** Answer of `GET /api/audit/check`. Time in ms. */
export interface AuditChecked {
  readonly at: number
  readonly events: number
  /** The number of the first event that does not hold; null when all do. */
  readonly broken: number | null
}

/** Answer of `GET /api/audit/findings`. */
export interface AuditFindings {
  readonly findings: readonly AuditFinding[]
  readonly people: readonly PersonName[]
}
