import { queryOptions } from '@tanstack/react-query'
import type { Welcome } from '@accord/domain/rest/welcome'
import { sendJson } from '../../../lib/request.js'

/** Whom a first sign-in link is for; looking at it burns nothing. (CL7) */
export const welcomeQuery = (token: string) =>
  queryOptions({
    queryKey: ['welcome', token],
    queryFn: async () => (await (await sendJson('/api/welcome/look', { token })).json()) as Welcome,
    staleTime: Infinity,
  })
