import { QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf, isSignedOut, refusalCode } from './request-failure.js'
import { SELF_KEY } from './self.js'

/** What the server last answered, and what happens when it knows the sign-in no more. */
export function createQueryClient(retries = 2): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // Whichever request hears it first: the signed-in pages leave for the sign-in page by this.
      onError: (error, query) => {
        if (isSignedOut(error)) client.setQueryData(SELF_KEY, null)
        // What was read before is not shown on: the page says why instead. Words being written stay their writer's. (DR34)
        if (refusalCode(error) === 'restricted' && query.meta?.holdsWords !== true)
          query.setState({ data: undefined })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (tries, error) => tries < retries && failureOf(error).kind === 'unreachable',
      },
    },
  })
  return client
}
