import { agreementOf, stepAgreementOf, type Agreement } from '../agreement/state.js'
import type { AgreedWords } from '../agreement/answer.js'
import type { Goal } from '../goal/goal.js'
import type { Step } from '../goal/step.js'
import type { Stamp } from './stamp.js'
import { goalOf, goalsInOrder, withGoal, withStep, type Plan } from './plan.js'

/** Something after its agreement was looked at, and whether that opened or closed. */
export interface Settled<Subject> {
  readonly subject: Subject
  readonly effect: 'opened' | 'closed' | null
}

/** Draws the consequences of a goal's agreement: full agreement starts a proposed goal, a lapse is dated. (AG2, LP8) */
export function settleGoal(plan: Plan, before: Agreement, goal: Goal, stamp: Stamp): Settled<Goal> {
  const after = agreementOf(goal, plan.parties)
  const { effect, agreed, lapsedAt } = consequences(before, after, goal, goal.statement.text, stamp)
  const starts = after.kind === 'agreed' && goal.lifecycle === 'proposed'
  return { subject: { ...goal, agreed, lapsedAt, lifecycle: starts ? 'active' : goal.lifecycle }, effect }
}

/** The same for a step, which has no lifecycle of its own. (AG10) */
export function settleStep(
  plan: Plan,
  before: Agreement,
  goal: Goal,
  step: Step,
  stamp: Stamp,
): Settled<Step> {
  const after = stepAgreementOf(goal, step, plan.parties)
  const { effect, agreed, lapsedAt } = consequences(before, after, step, step.text.text, stamp)
  return { subject: { ...step, agreed, lapsedAt }, effect }
}

/** Looks at every agreement again after the parties changed. (AG7) */
export function settleAll(before: Plan, after: Plan, stamp: Stamp): Plan {
  let plan = after
  for (const goal of goalsInOrder(after)) plan = withGoal(plan, settleWhole(before, plan, goal, stamp))
  return plan
}

/** Looks at the agreements of one goal and of its steps again, as they were in `before`. */
export function settleWhole(before: Plan, plan: Plan, goal: Goal, stamp: Stamp): Goal {
  const old = goalOf(before, goal.id) ?? goal
  let settled = settleGoal(plan, agreementOf(old, before.parties), goal, stamp).subject
  for (const step of goal.steps) {
    if (step.answers.length === 0) continue
    const was = stepAgreementOf(old, step, before.parties)
    settled = withStep(settled, settleStep(plan, was, settled, step, stamp).subject)
  }
  return settled
}

interface Dated {
  readonly agreed: AgreedWords | null
  readonly lapsedAt: number | null
}

function consequences(before: Agreement, after: Agreement, was: Dated, statement: string, stamp: Stamp) {
  if (after.kind !== 'agreed') {
    return before.kind === 'agreed'
      ? { agreed: was.agreed, lapsedAt: stamp.at, effect: 'opened' as const }
      : { agreed: was.agreed, lapsedAt: was.lapsedAt, effect: null }
  }
  const wording = after.halves[0]?.answer?.wording ?? ''
  const agreed: AgreedWords =
    was.agreed?.wording === wording
      ? { ...was.agreed, statement }
      : { wording, statement, at: after.since, seq: stamp.seq }
  return { agreed, lapsedAt: null, effect: before.kind === 'agreed' ? null : ('closed' as const) }
}
