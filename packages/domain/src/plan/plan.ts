import type { Party } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import { GOAL_FIELDS, isGoalField, STEP_FIELDS, type StepField, type TextPlace } from '../goal/field.js'
import type { LastChange } from '../goal/last-change.js'
import type { Step } from '../goal/step.js'
import type { GoalId, LogId, PersonId, SessionId, StepId } from '../ids.js'
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
  /** The session in which the plan is worked on now; null after it, absent before the first. (SE5) */
  readonly live?: LiveSession | null
  /** When all that was here was erased, in ms. (ER3) */
  readonly erasedAt?: number
}

export interface LiveSession {
  readonly session: SessionId
  /** Who paused sharing; null while the plan is shared. (SE7) */
  readonly pausedBy: PersonId | null
}

export function emptyPlan(log: LogId, epoch = 1): Plan {
  return { log, epoch, seq: 0, parties: [], order: [], goals: {} }
}

export function goalOf(plan: Plan, id: GoalId): Goal | undefined {
  return Object.hasOwn(plan.goals, id) ? plan.goals[id] : undefined
}

export function textAt(plan: Plan, place: TextPlace): AttributedText | undefined {
  const goal = goalOf(plan, place.goal)
  if (!goal) return undefined
  if (isGoalField(place.field)) return place.step === undefined ? goal[place.field] : undefined
  return place.step === undefined ? undefined : stepOf(goal, place.step)?.[place.field]
}

export function goalsInOrder(plan: Plan): readonly Goal[] {
  return plan.order.flatMap((id) => goalOf(plan, id) ?? [])
}

export function withGoal(plan: Plan, goal: Goal): Plan {
  return { ...plan, goals: { ...plan.goals, [goal.id]: goal } }
}

export function stepOf(goal: Goal, id: StepId): Step | undefined {
  return goal.steps.find((step) => step.id === id)
}

export function withStep(goal: Goal, step: Step): Goal {
  return { ...goal, steps: goal.steps.map((other) => (other.id === step.id ? step : other)) }
}

/** Every text of a plan, with its place. */
export function placesOf(plan: Plan): readonly TextPlace[] {
  return goalsInOrder(plan).flatMap((goal) => [
    ...GOAL_FIELDS.map((field) => ({ goal: goal.id, field })),
    ...goal.steps.flatMap((step) => STEP_FIELDS.map((field) => ({ goal: goal.id, step: step.id, field }))),
  ])
}

/** A goal with one of its texts, or of its steps' texts, replaced. */
export function withText(goal: Goal, place: TextPlace, text: AttributedText, change: LastChange): Goal {
  // One by one: a name that is computed makes the copy many times as dear.
  switch (place.field) {
    case 'name':
      return { ...goal, name: text, lastChange: { ...goal.lastChange, name: change } }
    case 'statement':
      return { ...goal, statement: text, lastChange: { ...goal.lastChange, statement: change } }
    case 'why':
      return { ...goal, why: text, lastChange: { ...goal.lastChange, why: change } }
    case 'text':
    case 'helps':
      return withStepText(goal, { ...place, field: place.field }, text, change)
  }
}

function withStepText(
  goal: Goal,
  place: TextPlace & { readonly field: StepField },
  text: AttributedText,
  change: LastChange,
): Goal {
  const step = place.step === undefined ? undefined : stepOf(goal, place.step)
  return step ? withStep(goal, { ...step, [place.field]: text, lastChange: change }) : goal
}
