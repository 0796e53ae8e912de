import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AuditChecked, AuditFindings, AuditPage, AuditSearch } from '@accord/domain/rest/audit'
import { getFile, getJson } from '../../../lib/http.js'

/** What somebody looks for in the audit; the pages follow one after the other. */
export type AuditAsked = Omit<AuditSearch, 'before'>

/** The clinic's audit, the latest first. (AU6) */
export const auditQuery = (asked: AuditAsked) =>
  infiniteQueryOptions({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) =>
      getJson<AuditPage>(
        `/api/audit${addressed({ ...asked, ...(pageParam !== null && { before: pageParam }) })}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => (next === null ? null : String(next)),
    staleTime: 0,
  })

/** Reads the whole chain again. (AU4) */
export const auditCheckQuery = queryOptions({
  queryKey: ['audit-check'],
  queryFn: () => getJson<AuditChecked>('/api/audit/check'),
  staleTime: 0,
})

/** What is out of the ordinary. (AU7) */
export const auditFindingsQuery = queryOptions({
  queryKey: ['audit-findings'],
  queryFn: () => getJson<AuditFindings>('/api/audit/findings'),
  staleTime: 0,
})

export function auditFile(asked: AuditAsked): Promise<Blob> {
  return getFile(`/api/audit/file${addressed(asked)}`)
}

function addressed(search: AuditSearch): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value) words.set(name, value)
  return words.size === 0 ? '' : `?${words}`
}
