import { queryOptions } from '@tanstack/react-query'
import type { Client, ClientBody, DeathBody } from '@accord/domain/rest/people'
import { getJson, postJson, putJson } from './http.js'

export const clientQuery = (person: string) =>
  queryOptions({
    queryKey: ['client', person],
    queryFn: () => getJson<Client>(`/api/clients/${encodeURIComponent(person)}`),
    staleTime: 0,
  })

/** Adds a client, or keeps what is new about one. */
export function saveClient(person: string | null, body: ClientBody): Promise<Client> {
  return person === null
    ? postJson<Client>('/api/clients', body)
    : putJson<Client>(`/api/clients/${encodeURIComponent(person)}`, body)
}

/** Notes that a client died, or corrects what was noted. (CL23) */
export function noteDeath(person: string, body: DeathBody): Promise<Client> {
  return postJson<Client>(`/api/clients/${encodeURIComponent(person)}/death`, body)
}
