import { agreementOf } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { LastChange } from '@accord/domain/goal/last-change'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { GoalSummary } from '@accord/domain/rest/case'

/** The goals of a plan as lists show them. */
export function goalSummaries(plan: Plan): readonly GoalSummary[] {
  return goalsInOrder(plan).map((goal) => ({
    id: goal.id,
    name: goal.name.text,
    statement: goal.statement,
    lifecycle: goal.lifecycle,
    agreement: agreementOf(goal, plan.parties),
    lastChange: lastChangeOf(goal),
  }))
}

/** The latest change of any of a goal's words; its beginning while there was none. */
function lastChangeOf(goal: Goal): LastChange {
  const { name, statement, why } = goal.lastChange
  return [name, statement, why].reduce<LastChange>(
    (latest, change) => (change && change.at >= latest.at ? change : latest),
    { by: goal.startedBy, at: goal.startedAt },
  )
}
