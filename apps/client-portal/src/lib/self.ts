import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Self, SignInState } from '@accord/domain/rest/self'
import { keptQuery } from './kept.js'
import { withKeeper } from './keeper.js'
import { readJson } from './request.js'

const SELF_KEY = ['self'] as const

/** Who is signed in here; null when nobody is. */
export const selfQuery = queryOptions({
  queryKey: SELF_KEY,
  queryFn: ({ signal }): Promise<Self | null> => readSelf(signal),
  staleTime: 60_000,
  // Where the server can't be reached that is said at once; use-server-back.ts goes on asking, under what is on screen.
  retry: false,
  refetchOnWindowFocus: ({ state }) => state.status !== 'error',
})

/** Asks the server who is signed in here. Its answer decides what this device may go on keeping. (OF6) */
export async function readSelf(signal?: AbortSignal): Promise<Self | null> {
  const { self } = await readJson<SignInState>('/api/sign-in', signal)
  tellKeeper(self)
  return self
}

export function noteSelf(client: QueryClient, self: Self | null): void {
  client.setQueryData(SELF_KEY, self)
}

const ENDED_KEY = ['sign-in-ended'] as const

/** The server knows the sign-in no longer: whoever was here, or read their copy here, is told so at the door. */
export function noteSignInEnded(client: QueryClient): void {
  const wasHere = client.getQueryData(SELF_KEY) ?? client.getQueryData(keptQuery.queryKey)
  if (wasHere) client.setQueryData(ENDED_KEY, true)
  tellKeeper(null)
  noteSelf(client, null)
}

export function hasSignInEnded(client: QueryClient): boolean {
  return client.getQueryData(ENDED_KEY) === true
}

/** Another person begins, or none: what was shown before is nobody's business now. */
export function changePerson(client: QueryClient, self: Self | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SELF_KEY[0] })
  tellKeeper(self)
  noteSelf(client, self)
}

function tellKeeper(self: Self | null): void {
  void withKeeper((keeper) => keeper.noteSignedIn(self?.person.id ?? null))
}
