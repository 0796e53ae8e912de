import { queryOptions } from '@tanstack/react-query'
import type { Welcome } from '@accord/domain/rest/welcome'
import { postJson } from '../../../lib/http.js'

/** Whom a first sign-in link is for; looking at it burns nothing. (CL7) */
export const welcomeQuery = (token: string) =>
  queryOptions({
    queryKey: ['welcome', token],
    queryFn: () => postJson<Welcome>('/api/welcome/look', { token }),
    staleTime: Infinity,
  })
