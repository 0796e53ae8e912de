import { queryOptions } from '@tanstack/react-query'
import type { GuardianLine, Guardians } from '@accord/domain/rest/guardians'
import { getJson } from './http.js'

/** Days pass slowly; on whatever page somebody is, it is asked for anew within this time, in ms. (GU5) */
const LOOKS_EVERY = 600_000

/** Guardians' parts that end by rule, or did so lately, in one's own cases. */
export const guardiansQuery = queryOptions({
  queryKey: ['guardians'],
  queryFn: () => getJson<Guardians>('/api/guardians'),
  refetchInterval: LOOKS_EVERY,
})

export function guardianKey({ caseId, guardian }: GuardianLine): string {
  return `${caseId} ${guardian}`
}
