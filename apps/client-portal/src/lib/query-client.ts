import { QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf, isSignedOut } from './request.js'
import { noteSignInEnded } from './self.js'

const TRIES = 2

/** One per app. Whatever request learns that the sign-in has ended, every page hears of it. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) noteSignInEnded(client)
      },
    }),
    defaultOptions: {
      queries: {
        // A refusal is an answer; only silence is worth asking again, and only where there is a network at all.
        retry: (count, error) =>
          count < TRIES && navigator.onLine && failureOf(error)?.kind === 'unreachable',
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
