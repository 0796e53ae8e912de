import type { MoveBody, NoticeBody, SayBody, ShownBarrier } from '@accord/domain/rest/barriers'
import { postJson } from '../../../lib/http.js'

const at = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/barriers`

/** Begins one: from now on its client sees it as well. (BA3) */
export function noticeBarrier(caseId: string, body: NoticeBody): Promise<ShownBarrier> {
  return postJson<ShownBarrier>(at(caseId), body)
}

export function sayOfBarrier(caseId: string, barrier: string, body: SayBody): Promise<ShownBarrier> {
  return postJson<ShownBarrier>(`${at(caseId)}/${barrier}/words`, body)
}

/** Forth, or back with a reason. (BA2) */
export function moveBarrier(caseId: string, barrier: string, body: MoveBody): Promise<ShownBarrier> {
  return postJson<ShownBarrier>(`${at(caseId)}/${barrier}/moves`, body)
}
