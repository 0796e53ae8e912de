import type { PartyRelation } from '../case/party.js'
import type { GoalId, StepId } from '../ids.js'

/** The live texts of a goal. Steps' texts join them under the step's id. */
export const GOAL_FIELDS = ['name', 'statement', 'why'] as const
export type GoalField = (typeof GOAL_FIELDS)[number]

/** One live text of a plan. */
export interface TextPlace {
  readonly goal: GoalId
  readonly field: GoalField
}

/** What a person can agree to: a goal's statement, or (when present) one of its steps. */
export interface AgreementPlace {
  readonly goal: GoalId
  readonly step?: StepId
}

export function samePlace(a: TextPlace, b: TextPlace): boolean {
  return a.goal === b.goal && a.field === b.field
}

/** `why` is the client's own; name and statement belong to client and practitioner. (AC4) */
export function mayWriteField(relation: PartyRelation, field: GoalField): boolean {
  switch (field) {
    case 'name':
    case 'statement':
      return true
    case 'why':
      return relation !== 'practitioner'
  }
}
