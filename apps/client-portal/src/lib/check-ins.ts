import { queryOptions } from '@tanstack/react-query'
import type { AskedCheckIns } from '@accord/domain/rest/alliance'
import { readJson } from './request.js'

/** The sessions that this person is asked about now. (CI5) */
export const askedCheckInsQuery = queryOptions({
  queryKey: ['check-ins'],
  queryFn: ({ signal }) => readJson<AskedCheckIns>('/api/check-ins', signal),
})
