import type { Party } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import type { GoalField, TextPlace } from '../goal/field.js'
import type { GoalId, LogId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'

/** The shared document of a case [FHIR CarePlan]: the fold of its log up to `seq`. (LP1) */
export interface Plan {
  readonly log: LogId
  readonly epoch: number
  /** Number of the last entry folded in; 0 before the first. */
  readonly seq: number
  readonly parties: readonly Party[]
  /** Goals in the rank that people gave them; ranks are the server's. */
  readonly order: readonly GoalId[]
  readonly goals: Readonly<Partial<Record<GoalId, Goal>>>
}

export function emptyPlan(log: LogId, epoch = 1): Plan {
  return { log, epoch, seq: 0, parties: [], order: [], goals: {} }
}

export function goalOf(plan: Plan, id: GoalId): Goal | undefined {
  return Object.hasOwn(plan.goals, id) ? plan.goals[id] : undefined
}

export function textAt(plan: Plan, place: TextPlace): AttributedText | undefined {
  return goalOf(plan, place.goal)?.[place.field]
}

export function goalsInOrder(plan: Plan): readonly Goal[] {
  return plan.order.flatMap((id) => goalOf(plan, id) ?? [])
}

export function withGoal(plan: Plan, goal: Goal): Plan {
  return { ...plan, goals: { ...plan.goals, [goal.id]: goal } }
}

export function withText(goal: Goal, field: GoalField, text: AttributedText): Goal {
  return { ...goal, [field]: text }
}
