import { queryOptions } from '@tanstack/react-query'
import type { NoteDesk } from '@accord/domain/rest/note'
import { getJson } from '../../../lib/http.js'

/** What the writer of a note on a session has before them; a draft is not asked for behind their back. */
export const noteDeskQuery = (session: string) =>
  queryOptions({
    queryKey: ['note-desk', session],
    queryFn: () => getJson<NoteDesk>(`/api/sessions/${encodeURIComponent(session)}/note`),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    meta: { holdsWords: true },
  })
