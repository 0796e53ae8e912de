import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { RecordLooks } from '@accord/domain/rest/attention'
import { readJson } from '../../../lib/request.js'

/** Who looked at the record of a case in the last thirty days. (AT11) */
export const looksQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['looks', caseId],
    queryFn: ({ signal }) => readJson<RecordLooks>(`/api/cases/${caseId}/looks`, signal),
  })
