import type { Goal } from '@accord/domain/goal/goal'
import { uuidV7, type ClientId, type LogId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { postJson } from '../../../lib/http.js'
import { RequestFailure } from '../../../lib/request-failure.js'

/**
 * Brings a draft's words into the plan, as one entry under the draft's own id. (DR3)
 * @returns 'shared' also when an earlier try had come through
 */
export async function shareDraft(plan: LogId, draft: Goal): Promise<'shared' | 'unreachable' | 'refused'> {
  const { id: goal, kind, name, statement } = draft
  const words = { title: name.text, statement: statement.text, why: draft.why.text }
  try {
    await operate(plan, { name: 'goal.share', goal, kind, ...words })
    return 'shared'
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.failure.kind !== 'refused') return 'unreachable'
    return error.failure.code === 'already-exists' ? 'shared' : 'refused'
  }
}

/** One act in a log that is not open in this tab. */
export async function operate(plan: LogId, command: PlanCommand): Promise<void> {
  const clientId = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as ClientId
  await postJson(`/api/plans/${plan}/operations`, { plan, clientId, op: 1, command })
}
