import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Self, SignInState } from '@accord/domain/rest/self'
import { readJson } from './request.js'

const SELF_KEY = ['self'] as const

/** Who is signed in here; null when nobody is. */
export const selfQuery = queryOptions({
  queryKey: SELF_KEY,
  queryFn: async ({ signal }): Promise<Self | null> => {
    const { self } = await readJson<SignInState>('/api/sign-in', signal)
    return self
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
