import { infiniteQueryOptions } from '@tanstack/react-query'
import type { LogId } from '@accord/domain/ids'
import type { HistoryPage } from '@accord/domain/rest/case'
import { getJson } from '../../../lib/http.js'

/** A plan's entries, page after page until the head; never silently cut. (HI9) */
export const historyQuery = (plan: LogId) =>
  infiniteQueryOptions({
    queryKey: ['history', plan],
    queryFn: ({ pageParam }) =>
      getJson<HistoryPage>(`/api/plans/${encodeURIComponent(plan)}/history?after=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: (page: HistoryPage) => page.nextFrom,
    staleTime: 0,
    // A page that came once is not asked for again behind the reader's back; newer entries are offered instead.
    refetchOnWindowFocus: false,
  })
