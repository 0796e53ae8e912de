import { queryOptions } from '@tanstack/react-query'
import type { ReleasedNotes } from '@accord/domain/rest/note'
import { readJson } from '../../../lib/request.js'

/** The signed notes on one's own sessions: shown, shown later, or kept back. (NO13) */
export const releasedNotesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['released-notes', caseId],
    queryFn: ({ signal }) =>
      readJson<ReleasedNotes>(`/api/cases/${encodeURIComponent(caseId)}/released-notes`, signal),
  })
