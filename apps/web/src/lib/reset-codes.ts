import { queryOptions } from '@tanstack/react-query'
import type { ResetCodesToTell } from '@accord/domain/rest/welcome'
import { getJson } from './http.js'

/** A link is good for a quarter of an hour, so its code is asked for often, in ms. */
const LOOKS_EVERY = 15_000

/** Codes that one tells people who forgot their way in. (ID40) */
export const resetCodesQuery = queryOptions({
  queryKey: ['reset-codes'],
  queryFn: () => getJson<ResetCodesToTell>('/api/reset-codes'),
  staleTime: 0,
  refetchInterval: LOOKS_EVERY,
})
