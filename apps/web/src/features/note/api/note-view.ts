import { queryOptions } from '@tanstack/react-query'
import type { NoteView } from '@accord/domain/rest/note'
import { getJson } from '../../../lib/http.js'

/** A signed note with all that followed. */
export const noteViewQuery = (note: string) =>
  queryOptions({
    queryKey: ['note', note],
    queryFn: () => getJson<NoteView>(`/api/notes/${encodeURIComponent(note)}`),
    staleTime: 0,
  })
