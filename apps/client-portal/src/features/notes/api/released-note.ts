import { queryOptions } from '@tanstack/react-query'
import type { ReleasedNote } from '@accord/domain/rest/note'
import { readJson } from '../../../lib/request.js'

export const releasedNoteQuery = (note: string) =>
  queryOptions({
    queryKey: ['released-note', note],
    queryFn: ({ signal }) =>
      readJson<ReleasedNote>(`/api/notes/${encodeURIComponent(note)}/released`, signal),
  })
