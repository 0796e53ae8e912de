import { queryOptions, useQuery } from '@tanstack/react-query'
import { samePlace } from '@accord/domain/addendum/item'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddenda, RecordAddendum } from '@accord/domain/rest/addenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { getJson } from '../http.js'

/** What clients and guardians said of what stands in a record. (AD4) */
export const addendaQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['addenda', caseId],
    queryFn: () => getJson<RecordAddenda>(`/api/cases/${encodeURIComponent(caseId)}/addenda`),
  })

/** What was added at some items of a record, the earliest first; nothing before it is known. (AD9) */
export function useAdded(
  caseId: CaseId,
  isHere: (one: RecordAddendum) => boolean,
): { readonly addenda: readonly RecordAddendum[]; readonly people: readonly PersonName[] } {
  const { data } = useQuery(addendaQuery(caseId))
  return { addenda: data?.addenda.filter(isHere) ?? [], people: data?.people ?? [] }
}

/** One of each item, as it stood when something was last said of it; the latest said first. */
export function itemsOf(addenda: readonly RecordAddendum[]): readonly RecordAddendum[] {
  return [...addenda]
    .reverse()
    .filter((one, at, all) => all.findIndex((other) => samePlace(other, one)) === at)
}
