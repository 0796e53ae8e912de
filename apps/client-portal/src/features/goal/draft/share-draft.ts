import type { Goal } from '@accord/domain/goal/goal'
import { uuidV7, type ClientId, type LogId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { failureOf, sendJson } from '../../../lib/request.js'

/**
 * Brings a draft's words into the plan, as one entry under the draft's own id. Asked without opening the plan, so that
 * nobody there sees its writer come before the words do. (DR3)
 * @returns 'shared' also when an earlier try had come through
 */
export async function shareDraft(plan: LogId, draft: Goal): Promise<'shared' | 'unreachable' | 'refused'> {
  const command: PlanCommand = {
    name: 'goal.share',
    goal: draft.id,
    kind: draft.kind,
    title: draft.name.text,
    statement: draft.statement.text,
    why: draft.why.text,
  }
  const clientId = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as ClientId
  try {
    await sendJson(`/api/plans/${plan}/operations`, { plan, clientId, op: 1, command })
    return 'shared'
  } catch (error) {
    const failure = failureOf(error)
    if (failure?.kind !== 'refused') return 'unreachable'
    return failure.code === 'already-exists' ? 'shared' : 'refused'
  }
}
