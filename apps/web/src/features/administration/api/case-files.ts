import { queryOptions } from '@tanstack/react-query'
import type { CaseFile, CaseFiles } from '@accord/domain/rest/case-file'
import { getJson } from '../../../lib/http.js'

/** The outside of every case: who has a part in it. (CL10) */
export const caseFilesQuery = queryOptions({
  queryKey: ['case-files'],
  queryFn: () => getJson<CaseFiles>('/api/case-files'),
  staleTime: 0,
})

export const caseFileQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-files', caseId],
    queryFn: () => getJson<CaseFile>(`/api/case-files/${encodeURIComponent(caseId)}`),
    staleTime: 0,
  })
