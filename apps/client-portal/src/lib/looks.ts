import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { RecordLooks } from '@accord/domain/rest/looks'
import { readJson } from './request.js'

const LOOKS_KEY = 'looks'

/** Of every case: a copy of all of them is a look at each. (TO1) */
export const everyLookKey = [LOOKS_KEY] as const

/** Everything that was asked about who looked; asked anew when something was said. */
export const looksKey = (caseId: CaseId) => [LOOKS_KEY, caseId] as const

/** The latest looks at the record of a case. (AC10) */
export const latestLooksQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: [...looksKey(caseId), 'latest'],
    queryFn: ({ signal }) => readJson<RecordLooks>(`/api/cases/${caseId}/looks`, signal),
  })

/** All of them, page by page. */
export const looksQuery = (caseId: CaseId) =>
  infiniteQueryOptions({
    queryKey: [...looksKey(caseId), 'all'],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? '' : `?before=${pageParam}`
      return readJson<RecordLooks>(`/api/cases/${caseId}/looks${before}`, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  })
