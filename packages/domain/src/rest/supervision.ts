/**
 * A supervisor's queue, and what a supervisor and a practitioner keep together: an agenda and a log. (SQ)
 * Everything is at the console; `PAIR` is `/api/supervision/pairs/:supervisor/:practitioner`.
 *
 * - `GET /api/supervision/queue?with=PRACTITIONER&from=N` → {@link QueuePage}
 * - `PUT /api/supervision/queue/settings` {@link QueueSettings} → 204
 * - `GET /api/supervision/pairs` → {@link SupervisionPairs}
 * - `GET PAIR/agenda` → {@link Agenda}; `POST PAIR/agenda` {@link AgendaBody} → 201 {@link Agenda}
 * - `PUT PAIR/agenda/order` {@link AgendaOrderBody} → {@link Agenda}
 * - `POST PAIR/agenda/:item/discussed` {} → {@link Agenda}
 * - `GET PAIR/meetings?from=DAY` → {@link SupervisionLog}
 * - `POST PAIR/meetings` {@link MeetingBody} → 201 {@link Meeting}
 * - `POST PAIR/meetings/:meeting/versions` {@link MeetingChangeBody} → {@link Meeting}
 * - `POST PAIR/meetings/:meeting/sign` {@link SignBody} → {@link Meeting}
 *
 * Refused: 403 `not-yours`, `read-only` (the pair has no case together any more), 404 `not-found`, 409 `words-changed`
 * (another version came in between), `already-exists` (signed already), `governed-fact` (locked by both signatures).
 */
import { z } from 'zod/mini'
import type { Agreement } from '../agreement/state.js'
import type { CasePhase } from '../case/phase.js'
import type { Discipline } from '../case/discipline.js'
import { isCalendarDay } from '../goal/step.js'
import type { LifecycleStatus } from '../goal/lifecycle.js'
import type { CaseId, GoalId, LogId, PersonId } from '../ids.js'
import type { AgendaItem } from '../supervision/agenda.js'
import type { HoursRuleId } from '../supervision/hours-rule.js'
import { MEDIA, OBSERVATIONS, type Meeting, type MeetingContent } from '../supervision/meeting.js'
import { QUEUE_ORDERS } from '../supervision/queue-order.js'
import type { QueueBand, QueueReason } from '../supervision/reason.js'
import type { QueueThresholds } from '../supervision/thresholds.js'
import { id, nth } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'

/** A goal as its seal is drawn. */
export interface QueueGoal {
  readonly id: GoalId
  readonly name: string
  readonly lifecycle: LifecycleStatus
  readonly agreement: Agreement
}

/** A case in a supervisor's queue. Times in ms. */
export interface QueueCase {
  readonly caseId: CaseId
  readonly plan: LogId
  readonly discipline: Discipline
  readonly phase: CasePhase | null
  readonly people: readonly PersonName[]
  readonly goals: readonly QueueGoal[]
  readonly band: QueueBand
  readonly reasons: readonly QueueReason[]
  /** When the asker last read it; null when never. */
  readonly readAt: number | null
  /** The last change that was there then; 0 when never. */
  readonly readUpTo: number
  /** Changes since. */
  readonly changes: number
  /** Changes that no signature covers; null when its review cannot be read. (SQ16) */
  readonly unsigned: number | null
  /** The last change there is. */
  readonly head: { readonly seq: number; readonly hash: string }
  /** Who asked to bring it to the next supervision, and when. */
  readonly brought: { readonly by: PersonId; readonly at: number } | null
}

export const queueSettingsSchema = z.strictObject({
  order: z.enum(QUEUE_ORDERS),
  /** Whose cases alone; null for everyone's. */
  practitioner: z.nullable(id<PersonId>()),
})
export type QueueSettings = z.infer<typeof queueSettingsSchema>

/** Cases that need their supervisor, all of them, and of the fine ones a page. */
export interface QueuePage {
  readonly at: number
  readonly counts: Readonly<Record<QueueBand, number>>
  /** Everybody whose cases the asker supervises, with how many. */
  readonly practitioners: readonly {
    readonly person: PersonId
    readonly name: string
    readonly cases: number
  }[]
  readonly cases: readonly QueueCase[]
  /** Ask again with `from` at this number; null when there are no more. */
  readonly nextFrom: number | null
  readonly thresholds: QueueThresholds
  readonly settings: QueueSettings
}

/** A supervisor and a practitioner, one of whom asks. */
export interface SupervisionPair {
  readonly supervisor: { readonly person: PersonId; readonly name: string }
  readonly practitioner: { readonly person: PersonId; readonly name: string }
  /** False when they have no open case together any more: then their log is read, and nothing is added. */
  readonly isCurrent: boolean
}

export interface SupervisionPairs {
  readonly pairs: readonly SupervisionPair[]
}

/** What is still open, in the order that the two gave it, then what was discussed in the last thirty days. */
export interface Agenda {
  readonly items: readonly (AgendaItem & { readonly clients: readonly string[] })[]
}

const words = z.string().check(z.trim(), z.maxLength(1_000))
const caseId = id<CaseId>()
const goal = id<GoalId>()
const aboutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('topic') }),
  z.strictObject({ kind: z.literal('case'), caseId }),
  z.strictObject({ kind: z.literal('goal'), caseId, goal }),
  z.strictObject({
    kind: z.literal('moment'),
    caseId,
    seq: nth,
    goal: z.nullable(goal),
  }),
  z.strictObject({ kind: z.literal('comment'), caseId, goal, comment: id<string>() }),
])

/** Body of `POST PAIR/agenda`; a topic and what is about a case as a whole say what they are. */
export const agendaSchema = z
  .strictObject({ about: aboutSchema, words })
  .check(z.refine(({ about, words: said }) => !['topic', 'case'].includes(about.kind) || said !== ''))
export type AgendaBody = z.infer<typeof agendaSchema>

export const agendaOrderSchema = z.strictObject({ items: z.array(id<string>()).check(z.maxLength(200)) })
export type AgendaOrderBody = z.infer<typeof agendaOrderSchema>

const day = z.string().check(z.refine(isCalendarDay))
const people = z.int().check(z.minimum(2), z.maximum(40))
const long = z.string().check(z.trim(), z.maxLength(4_000))

/** What a version of a meeting says. */
export const meetingContentSchema = z.strictObject({
  day,
  minutes: z.int().check(z.minimum(5), z.maximum(600)),
  form: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('individual') }),
    z.strictObject({ kind: z.literal('triadic') }),
    z.strictObject({ kind: z.literal('group'), people }),
    z.strictObject({ kind: z.literal('peer'), people }),
  ]),
  medium: z.enum(MEDIA),
  people: z.string().check(z.trim(), z.maxLength(400)),
  topics: long,
  risk: long,
  actions: z
    .array(
      z.strictObject({
        what: z.string().check(z.trim(), z.minLength(1), z.maxLength(400)),
        who: z.enum(['supervisor', 'practitioner']),
        due: z.nullable(day),
      }),
    )
    .check(z.maxLength(20)),
  observation: z.enum(OBSERVATIONS),
})

/** Body of `POST PAIR/meetings`: what was said of it, and which items of the agenda were discussed in it. */
export const meetingSchema = z.strictObject({
  content: meetingContentSchema,
  discussed: z.array(id<string>()).check(z.maxLength(50)),
})
export interface MeetingBody {
  readonly content: MeetingContent
  readonly discussed: readonly string[]
}

/** Body of `POST PAIR/meetings/:meeting/versions`; `after` is the version that its writer had before them. */
export const meetingChangeSchema = z.strictObject({
  after: nth,
  content: meetingContentSchema,
})
export interface MeetingChangeBody {
  readonly after: number
  readonly content: MeetingContent
}

/** Body of `POST PAIR/meetings/:meeting/sign`: exactly what was read. */
export const signSchema = z.strictObject({
  version: nth,
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type SignBody = z.infer<typeof signSchema>

/** Meetings from a day on, the latest first, and the rules about hours that this clinic answers to. */
export interface SupervisionLog {
  readonly meetings: readonly Meeting[]
  readonly rules: readonly HoursRuleId[]
}
