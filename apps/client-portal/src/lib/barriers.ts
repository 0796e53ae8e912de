import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { BarrierRegister, NoticeBody, SayBody } from '@accord/domain/rest/barriers'
import { readJson, sendJson } from './request.js'

/** What gets in the way in a case of one's own. (BA3) */
export const barriersQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['barriers', caseId],
    queryFn: ({ signal }) => readJson<BarrierRegister>(`/api/cases/${caseId}/barriers`, signal),
    // Told at once (PU1); whoever was not told looks for themselves.
    refetchInterval: 60_000,
  })

export async function noticeBarrier(caseId: CaseId, body: NoticeBody): Promise<void> {
  await sendJson(`/api/cases/${caseId}/barriers`, body)
}

export async function sayOfBarrier(caseId: CaseId, barrier: string, body: SayBody): Promise<void> {
  await sendJson(`/api/cases/${caseId}/barriers/${barrier}/words`, body)
}
