import type { CaseAttention } from '@accord/domain/rest/attention'
import type { GoalId } from '@accord/domain/ids'
import { logAddress } from './log-address.js'

/** Where a goal is opened: where its log's goals stand, with the goal behind the #, so that no request holds it. */
export function goalAddress(of: Pick<CaseAttention, 'caseId' | 'audience'>, goal: GoalId): string {
  return `${logAddress(of)}#${goal}`
}
