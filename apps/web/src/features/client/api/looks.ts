import { infiniteQueryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { RecordLooks } from '@accord/domain/rest/looks'
import { getJson } from '../../../lib/http.js'

/** Who looked at the record of a case, page by page, the latest first. (AC10) */
export const looksQuery = (caseId: CaseId) =>
  infiniteQueryOptions({
    queryKey: ['looks', caseId],
    queryFn: ({ pageParam }) =>
      getJson<RecordLooks>(`/api/cases/${caseId}/looks${pageParam === null ? '' : `?before=${pageParam}`}`),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    staleTime: 0,
  })
