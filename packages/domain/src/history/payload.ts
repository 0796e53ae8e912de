import type { AnswerKind } from '../agreement/answer.js'
import type { PartyRelation } from '../case/party.js'
import type { GoalField } from '../goal/field.js'
import type { GoalKind } from '../goal/goal.js'
import type { GoalId, PersonId } from '../ids.js'
import type { ChangesJson } from '../text/changes.js'
import type { Piece, Run } from '../text/attributed.js'

/** What an entry did: the operation as it was accepted, after mapping. Enough to fold the plan from. (HI2) */
export type Payload =
  | TextPayload
  | { readonly kind: 'goal.add'; readonly goal: GoalId; readonly goalKind: GoalKind; readonly title: string }
  | { readonly kind: 'goal.move'; readonly goal: GoalId; readonly after: GoalId | null }
  | { readonly kind: 'goal.setAside'; readonly goal: GoalId; readonly reason: string }
  | { readonly kind: 'goal.takeUp'; readonly goal: GoalId }
  | {
      readonly kind: 'agreement.answer'
      readonly goal: GoalId
      readonly answer: AnswerKind
      readonly wording: string
      readonly readAt: number
      readonly reason: string | null
    }
  | RestorePayload
  | { readonly kind: 'party.joined'; readonly person: PersonId; readonly relation: PartyRelation }
  | { readonly kind: 'party.ended'; readonly person: PersonId }

export interface TextPayload {
  readonly kind: 'text'
  readonly goal: GoalId
  readonly field: GoalField
  readonly changes: ChangesJson
  /** The entry of which this is the exact inverse. (HI7) */
  readonly undoes?: number
  /** Authors of the inserted characters, where they are not the entry's own author. (HI7) */
  readonly credit?: readonly Run[]
}

export interface RestorePayload {
  readonly kind: 'wording.restore'
  readonly goal: GoalId
  readonly field: GoalField
  readonly to: number
  readonly changes: ChangesJson
  readonly credit: readonly Run[]
}

export type EntryKind = Payload['kind']

/** What an entry meant, as data without language; sentences come from the catalogue when shown. (HI2) */
export interface EntryRecord {
  /** What was taken out and put in, for entries that change words. */
  readonly pieces?: readonly Piece[]
  /** What the entry did to the goal's agreement. */
  readonly agreement?: 'closed' | 'lapsed' | 'restored' | 'withdrawn'
}
