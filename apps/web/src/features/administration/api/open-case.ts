import type { CaseFile, OpenCaseBody } from '@accord/domain/rest/case-file'
import { postJson } from '../../../lib/http.js'

export function openCase(body: OpenCaseBody): Promise<CaseFile> {
  return postJson<CaseFile>('/api/case-files', body)
}
