import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { CaseSummary } from '@accord/domain/rest/case'
import { SHARED, type DraftSummary, type OwnDrafts, type OwnLogOpened } from '@accord/domain/rest/own-log'
import { casesQuery } from './cases.js'
import { readJson, sendJson } from './request.js'

/** What only the person who is signed in can see of a case; fetched anew whenever the cases are. (DR1) */
export const draftsQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: [...casesQuery.queryKey, caseId, 'drafts'],
    queryFn: ({ signal }) => readJson<OwnDrafts>(`/api/cases/${caseId}/drafts`, signal),
  })

/** The person's own log of a case, begun when there was none. */
export async function openDraftLog(caseId: CaseId): Promise<OwnLogOpened> {
  const answer = await sendJson(`/api/cases/${caseId}/drafts`, {})
  return (await answer.json()) as OwnLogOpened
}

/** The drafts that are still drafts. One whose id is a goal of the plan was shared, whatever came in between. (DR3) */
export function unsharedDrafts(
  drafts: readonly DraftSummary[],
  { goals }: CaseSummary,
): readonly DraftSummary[] {
  return drafts.filter(
    ({ id, setAsideBecause }) => setAsideBecause !== SHARED && !goals.some((goal) => goal.id === id),
  )
}
