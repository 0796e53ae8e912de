import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Actor } from '@accord/domain/access/subject'
import type { Self, SignInState } from '@accord/domain/rest/self'
import { getJson } from './http.js'

export const SELF_KEY = ['self'] as const

/** Who is signed in; null when nobody is. */
export const selfQuery = queryOptions({
  queryKey: SELF_KEY,
  queryFn: async (): Promise<Self | null> => (await getJson<SignInState>('/api/sign-in')).self,
  staleTime: Infinity,
})

/** Notes who signed in, or that nobody is; nothing that another person was shown is kept. */
export function useNoteSelf(): (self: Self | null) => void {
  const client = useQueryClient()
  return (self) => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== SELF_KEY[0] })
    client.setQueryData(SELF_KEY, self)
  }
}

/** The asker of access rules. */
export function actorOf(self: Self): Actor {
  const { person, clinic, audience, roles } = self
  return { person: person.id, clinic: clinic.id, audience, roles }
}
