import { queryOptions } from '@tanstack/react-query'
import type { NoteList } from '@accord/domain/rest/note'
import { getJson } from '../../../lib/http.js'

/** A case's notes, as far as they are for the asker. (NO14) */
export const notesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['notes', caseId],
    queryFn: () => getJson<NoteList>(`/api/cases/${encodeURIComponent(caseId)}/notes`),
    staleTime: 0,
  })
