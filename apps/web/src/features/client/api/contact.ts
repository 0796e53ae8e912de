import { queryOptions } from '@tanstack/react-query'
import type { Client } from '@accord/domain/rest/people'
import { getJson } from '../../../lib/http.js'

/** How to reach a client; for the practitioner of a live case of theirs. (CL5) */
export const contactQuery = (person: string) =>
  queryOptions({
    queryKey: ['client', person],
    queryFn: () => getJson<Client>(`/api/clients/${encodeURIComponent(person)}`),
  })
