import { queryOptions } from '@tanstack/react-query'
import type { AllianceCues } from '@accord/domain/rest/alliance'
import { getJson } from './http.js'

/** What is worth asking about, in one's cases as a practitioner. (AL3) */
export const allianceCuesQuery = queryOptions({
  queryKey: ['alliance-cues'],
  queryFn: () => getJson<AllianceCues>('/api/alliance/cues'),
})
