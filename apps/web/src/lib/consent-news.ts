import { queryOptions } from '@tanstack/react-query'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { getJson } from './http.js'

const LOOKS_EVERY = 30_000

/** What clients said yes and no to, and what they added to their record, since one last looked. (CO11, AD8) */
export const consentNewsQuery = queryOptions({
  queryKey: ['consent-news'],
  queryFn: () => getJson<ConsentNewsList>('/api/consent-news'),
  refetchInterval: LOOKS_EVERY,
})
