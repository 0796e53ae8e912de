import { uuidV7, type ClientId, type GoalId, type LogId, type StepId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { sendJson } from '../../../lib/request.js'

export interface StepPlace {
  readonly plan: LogId
  readonly goal: GoalId
  readonly step: StepId
}

/** Says that a step is done, or takes that back, through the plan's other door: nobody there sees one come in. (ST3, LP7) */
export async function tickStep({ plan, goal, step }: StepPlace, done: boolean): Promise<void> {
  const command: PlanCommand = { name: 'step.done', goal, step, done }
  const clientId = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as ClientId
  await sendJson(`/api/plans/${plan}/operations`, { plan, clientId, op: 1, command })
}
