import { queryOptions } from '@tanstack/react-query'
import type { NotesToDo } from '@accord/domain/rest/note'
import { getJson } from './http.js'

/** Notes that wait for the asker: to begin, to finish, to mend, to co-sign. (NO12) */
export const notesToDoQuery = queryOptions({
  queryKey: ['notes', 'to-do'],
  queryFn: () => getJson<NotesToDo>('/api/notes'),
  staleTime: 0,
})
