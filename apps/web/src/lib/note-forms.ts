import { queryOptions } from '@tanstack/react-query'
import type { NoteForms } from '@accord/domain/rest/note-form'
import { getJson } from './http.js'

/** The clinic's own forms, with those that are no longer offered. (NO4) */
export const noteFormsQuery = queryOptions({
  queryKey: ['note-forms'],
  queryFn: () => getJson<NoteForms>('/api/note-forms'),
})
