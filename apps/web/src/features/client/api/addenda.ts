import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddenda } from '@accord/domain/rest/addenda'
import { getJson } from '../../../lib/http.js'

/** What clients and guardians said of what stands in a record. (AD4) */
export const addendaQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['addenda', caseId],
    queryFn: () => getJson<RecordAddenda>(`/api/cases/${encodeURIComponent(caseId)}/addenda`),
  })
