import { queryOptions } from '@tanstack/react-query'
import { postJson } from '../../../lib/http.js'

/** Whether a link is still good; looking at it burns nothing. (CL2) */
export const setUpLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['set-up', token],
    queryFn: async () => {
      await postJson<undefined>('/api/set-up/look', { token })
      return true
    },
    staleTime: Infinity,
  })
