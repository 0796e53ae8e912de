import type { CaseFile, EndBody, JoinBody, SuperviseBody } from '@accord/domain/rest/case-file'
import { postJson } from '../../../lib/http.js'

/** One act on the outside of a case; each takes hold at once, for everybody. (CL11–CL14) */
export type CaseAct =
  | { readonly act: 'parties'; readonly body: JoinBody }
  | { readonly act: 'parties/end'; readonly body: EndBody }
  | { readonly act: 'supervisors'; readonly body: SuperviseBody }
  | { readonly act: 'supervisors/end'; readonly body: EndBody }
  | { readonly act: 'close'; readonly body: Record<string, never> }
  | { readonly act: 'reopen'; readonly body: Record<string, never> }

export function actOnCase(caseId: string, { act, body }: CaseAct): Promise<CaseFile> {
  return postJson<CaseFile>(`/api/case-files/${encodeURIComponent(caseId)}/${act}`, body)
}
