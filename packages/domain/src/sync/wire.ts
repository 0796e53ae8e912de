import { z } from 'zod/mini'
import type { Relation } from '../case/relation.js'
import { TEXT_FIELDS, type TextPlace } from '../goal/field.js'
import type { Payload } from '../history/payload.js'
import type { HistoryEntry } from '../history/entry.js'
import type { CaseId, ClientId, ConnectionId, GoalId, LogId, PersonId, StepId } from '../ids.js'
import type { PlanCommand } from '../plan/command.js'
import type { Plan } from '../plan/plan.js'
import type { RefusalCode, Tombstone } from '../refusal.js'
import type { ChangesJson } from '../text/changes.js'
import { commandSchema } from './command-schema.js'
import { count, hash, id, newId, ordinal } from './shapes.js'

/**
 * Every message of the live plan. Client to server in the imperative, server to client in the past tense;
 * described for other languages in docs/spec/live-plan.md. (LP2)
 */

const field = z.enum(TEXT_FIELDS)
const step = z.optional(id<StepId>())

export const joinSchema = z.strictObject({
  plan: id<LogId>(),
  clientId: newId<ClientId>(),
  /** Where the client stands; null when it knows nothing of the plan. */
  have: z.nullable(z.strictObject({ epoch: ordinal, seq: count, hash })),
  /** Whether the client wants the whole plan at the end; true after a reload. */
  snapshot: z.boolean(),
  /** The last number that the client knows to be used up, stored or refused; a process forgets what it refused. */
  lastOp: z.optional(count),
})

export const textSchema = z.strictObject({
  plan: id<LogId>(),
  clientId: newId<ClientId>(),
  op: ordinal,
  base: count,
  goal: id<GoalId>(),
  step,
  field,
  changes: z.array(z.unknown()).check(z.maxLength(2_000)),
  undoes: z.optional(ordinal),
})

export const commandMessageSchema = z.strictObject({
  plan: id<LogId>(),
  clientId: newId<ClientId>(),
  op: ordinal,
  command: commandSchema,
})

export const lookSchema = z.strictObject({
  plan: id<LogId>(),
  /** Where the person's caret is; null when in no text. Offsets in UTF-16 units. */
  at: z.nullable(z.strictObject({ goal: id<GoalId>(), step, field, anchor: count, head: count })),
})

export const leaveSchema = z.strictObject({ plan: id<LogId>() })

export type JoinMessage = z.infer<typeof joinSchema>
export type TextMessage = z.infer<typeof textSchema>
export type CommandMessage = Omit<z.infer<typeof commandMessageSchema>, 'command'> & {
  readonly command: PlanCommand
}
export type LookMessage = z.infer<typeof lookSchema>
export type LeaveMessage = z.infer<typeof leaveSchema>

/** Events that a client may send, with their schemas. */
export const CLIENT_EVENTS = {
  join: joinSchema,
  text: textSchema,
  command: commandMessageSchema,
  look: lookSchema,
  leave: leaveSchema,
} as const

export type ClientEvent = keyof typeof CLIENT_EVENTS

/** Where a caret is in a text. */
export interface Look extends TextPlace {
  readonly anchor: number
  readonly head: number
}

/** Somebody who has the plan open; stamped by the server. */
export interface Present {
  readonly connection: ConnectionId
  readonly person: PersonId
  readonly relation: Relation
  readonly at: Look | null
}

export interface PersonName {
  readonly person: PersonId
  readonly name: string
  readonly relation: Relation
}

export interface JoinedMessage {
  readonly plan: LogId
  readonly epoch: number
  readonly seq: number
  readonly hash: string
  /** The connection's own id and relation, as the others see it. */
  readonly you: Present
  /** Last operation number used up by this clientId, stored or refused for good; 0 when none. */
  readonly lastOp: number
  /** Entries after `have`, in order. */
  readonly entries: readonly HistoryEntry[]
  /** When set, join again with `have` at this seq for the next entries; the connection is not in the plan yet. */
  readonly nextFrom: number | null
  readonly snapshot: Plan | null
  /** True when the log was restored or erased since `have`: pending words are for review, never merged. */
  readonly reset: boolean
  readonly people: readonly PersonName[]
  readonly here: readonly Present[]
}

export interface AcceptedMessage {
  readonly plan: LogId
  readonly op: number
  readonly seq: number
  readonly hash: string
  readonly at: number
  /** What was recorded, unless the operation was plain text, of which the client knows it. */
  readonly payload?: Payload
}

export interface RefusedMessage {
  /** Null for a message that named no plan. */
  readonly plan: LogId | null
  /** The operation, or null when the message was no operation. */
  readonly op: number | null
  readonly code: RefusalCode
  /** With `erased`, where somebody asked to come in. (ER5) */
  readonly erased?: Tombstone
}

export interface ChangedMessage {
  readonly plan: LogId
  readonly prevSeq: number
  readonly entry: HistoryEntry
}

/** Somebody came, moved or went. */
export interface LookedMessage {
  readonly plan: LogId
  readonly who: Present
  readonly gone: boolean
}

export type ClosedReason =
  'access-ended' | 'signed-out' | 'draining' | 'plan-unreadable' | 'restricted' | 'erased'

export interface ClosedMessage {
  readonly plan: LogId | null
  readonly reason: ClosedReason
  /** With `erased`. (ER5) */
  readonly erased?: Tombstone
}

/** Something that is asked for by REST stands otherwise: where to look, never what is there. (PU1) */
export interface StirredMessage {
  readonly caseId: CaseId
  readonly of: 'ending' | 'barriers' | 'attention'
}

export interface ServerEvents {
  readonly joined: JoinedMessage
  readonly accepted: AcceptedMessage
  readonly refused: RefusedMessage
  readonly changed: ChangedMessage
  readonly looked: LookedMessage
  readonly closed: ClosedMessage
  readonly stirred: StirredMessage
}

/** A text message as a client builds it. */
export type OwnTextMessage = Omit<TextMessage, 'changes'> & { readonly changes: ChangesJson }
