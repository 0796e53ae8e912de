import { queryOptions } from '@tanstack/react-query'
import type { AttentionItem } from '@accord/domain/attention/attention'
import type { AttentionList, CaseAttention } from '@accord/domain/rest/attention'
import type { LookConcern } from '@accord/domain/rest/looks'
import { readJson } from './request.js'

export const ATTENTION_KEY = ['attention'] as const

/** What waits for the person or is new to them; asked again every minute, for the bell. */
export const attentionQuery = queryOptions({
  queryKey: ATTENTION_KEY,
  queryFn: ({ signal }) => readJson<AttentionList>('/api/attention', signal),
  refetchInterval: 60_000,
})

/** One item with the case that it is from. */
export interface Concern {
  readonly item: AttentionItem
  readonly of: CaseAttention
}

/** What was answered about looks, and what was opened in an emergency, in all cases. (AC11, EM10) */
export function lookConcernsOf(list: AttentionList): readonly LookConcern[] {
  return list.cases.flatMap(({ looks }) => looks)
}

/** All items but one's own steps, what waits before what is only news. */
export function concernsOf(list: AttentionList): readonly Concern[] {
  return list.cases
    .flatMap((of) => of.items.map((item) => ({ item, of })))
    .filter(({ item }) => item.kind !== 'step-due')
}
