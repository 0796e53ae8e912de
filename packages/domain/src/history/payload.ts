import type { TextField } from '../goal/field.js'
import type { GoalKind } from '../goal/goal.js'
import type { PartyRelation } from '../case/party.js'
import type { GoalId, PersonId, SessionId, StepId } from '../ids.js'
import type { GoalCommand, PlanCommand } from '../plan/command.js'
import type { ChangesJson } from '../text/changes.js'
import type { ErasedPayload } from './erased.js'
import type { Piece, Run } from '../text/attributed.js'

/** A command as it is recorded: its name is the entry's kind. */
type Recorded<Command> = Command extends { readonly name: infer Name }
  ? { readonly kind: Name } & Omit<Command, 'name'>
  : never

/** Commands of which an entry holds other fields than were asked. */
type Completed = 'goal.add' | 'goal.share' | 'wording.restore' | 'scale.describe'

/** What an entry did: the operation as it was accepted, after mapping. Enough to fold the plan from. (HI2) */
export type Payload =
  | TextPayload
  | RestorePayload
  | Recorded<Exclude<PlanCommand, { name: Completed }>>
  | { readonly kind: 'goal.add'; readonly goal: GoalId; readonly goalKind: GoalKind; readonly title: string }
  | ({ readonly kind: 'goal.share'; readonly goalKind: GoalKind } & Pick<
      Extract<GoalCommand, { name: 'goal.share' }>,
      'goal' | 'title' | 'statement' | 'why'
    >)
  | {
      readonly kind: 'scale.describe'
      readonly goal: GoalId
      readonly version: number
      readonly levels: readonly string[]
    }
  | { readonly kind: 'party.joined'; readonly person: PersonId; readonly relation: PartyRelation }
  | PartyEndedPayload
  | SessionPayload
  | ErasedPayload

/** With a rule where nobody decided it: a guardian's part ends when the client comes of age. (GU4) */
interface PartyEndedPayload {
  readonly kind: 'party.ended'
  readonly person: PersonId
  readonly rule?: 'of-age'
}

/** What a session does to its plan's log, in the transaction that moves the session. (SE5) */
export interface SessionPayload {
  readonly kind: 'session.started' | 'session.paused' | 'session.resumed' | 'session.ended'
  readonly session: SessionId
}

export interface TextPayload {
  readonly kind: 'text'
  readonly goal: GoalId
  readonly step?: StepId | undefined
  readonly field: TextField
  readonly changes: ChangesJson
  /** The entry of which this is the exact inverse. (HI7) */
  readonly undoes?: number
  /** Authors of the inserted characters, where they are not the entry's own author. (HI7) */
  readonly credit?: readonly Run[]
}

export interface RestorePayload {
  readonly kind: 'wording.restore'
  readonly goal: GoalId
  readonly step?: StepId | undefined
  readonly field: TextField
  readonly to: number
  readonly changes: ChangesJson
  readonly credit: readonly Run[]
}

export type EntryKind = Payload['kind']

/** What an entry meant, as data without language; sentences come from the catalogue when shown. (HI2) */
export interface EntryRecord {
  /** What was taken out and put in, for entries that change words. */
  readonly pieces?: readonly Piece[]
  /** What the entry did to the agreement of the goal, or of the step that it names. */
  readonly agreement?: 'closed' | 'lapsed' | 'restored' | 'withdrawn'
}
