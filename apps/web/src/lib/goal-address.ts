import type { CaseId, GoalId } from '@accord/domain/ids'

/** Where a goal is opened: its client's page, with the goal behind the #, so that no request holds it. */
export function goalAddress(caseId: CaseId, goal: GoalId): string {
  return `/clients/${caseId}/goals#${goal}`
}
