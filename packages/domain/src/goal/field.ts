import type { PartyRelation } from '../case/party.js'
import type { GoalId, StepId } from '../ids.js'

/** The live texts of a goal itself. */
export const GOAL_FIELDS = ['name', 'statement', 'why'] as const
export type GoalField = (typeof GOAL_FIELDS)[number]

/** The live texts of a step: what is done, and why it helps. */
export const STEP_FIELDS = ['text', 'helps'] as const
export type StepField = (typeof STEP_FIELDS)[number]

export const TEXT_FIELDS = [...GOAL_FIELDS, ...STEP_FIELDS] as const
export type TextField = GoalField | StepField

/** One live text of a plan: a goal's own, or with `step` one of that step's. */
export interface TextPlace {
  readonly goal: GoalId
  readonly step?: StepId | undefined
  readonly field: TextField
}

/** What a person can agree to: a goal's statement, or with `step` that step. (AG1, AG10) */
export interface AgreementPlace {
  readonly goal: GoalId
  readonly step?: StepId | undefined
}

export function samePlace(a: TextPlace, b: TextPlace): boolean {
  return a.goal === b.goal && a.step === b.step && a.field === b.field
}

/** The place that something is about, and nothing else of it. */
export function placeOf({ goal, step, field }: TextPlace): TextPlace {
  return step === undefined ? { goal, field } : { goal, step, field }
}

export function isGoalField(field: TextField): field is GoalField {
  return field === 'name' || field === 'statement' || field === 'why'
}

/** `why` is the client's own; name, statement and steps belong to client and practitioner. (AC4) */
export function mayWriteField(relation: PartyRelation, field: TextField): boolean {
  switch (field) {
    case 'name':
    case 'statement':
    case 'text':
    case 'helps':
      return true
    case 'why':
      return relation !== 'practitioner'
  }
}
