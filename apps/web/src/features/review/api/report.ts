import { getFile } from '../../../lib/http.js'

export type Paper = 'A4' | 'Letter'

/** The review as a PDF; that it was made is written down. (RV13) */
export function fetchReport(caseId: string, paper: Paper): Promise<Blob> {
  return getFile(`/api/cases/${encodeURIComponent(caseId)}/review/report?paper=${paper}`)
}
