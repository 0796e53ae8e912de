import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { Self } from '@accord/domain/rest/self'
import { isSignedOut, readJson } from './request.js'

export const SELF_KEY = ['self'] as const

/** Who is signed in here; null when nobody is. */
export const selfQuery = queryOptions({
  queryKey: SELF_KEY,
  queryFn: async ({ signal }): Promise<Self | null> => {
    try {
      return await readJson<Self>('/api/me', signal)
    } catch (error) {
      if (isSignedOut(error)) return null
      throw error
    }
  },
  staleTime: 60_000,
})

const ENDED_KEY = ['sign-in-ended'] as const

/** The server knows the sign-in no longer: whoever was here is told so at the door. */
export function noteSignInEnded(client: QueryClient): void {
  if (client.getQueryData(SELF_KEY)) client.setQueryData(ENDED_KEY, true)
  client.setQueryData(SELF_KEY, null)
}

export function hasSignInEnded(client: QueryClient): boolean {
  return client.getQueryData(ENDED_KEY) === true
}

/** Another person begins, or none: what was shown before is nobody's business now. */
export function changePerson(client: QueryClient, self: Self | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SELF_KEY[0] })
  client.setQueryData(SELF_KEY, self)
}

/** Whoever is signed in. Only pages behind the sign-in ask for it. */
export function useSelf(): Self {
  const { data: self } = useQuery(selfQuery)
  if (!self) throw new Error('nobody is signed in on a page behind the sign-in')
  return self
}
