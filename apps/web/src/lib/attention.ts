import { queryOptions } from '@tanstack/react-query'
import { newCount } from '@accord/domain/attention/attention-of'
import type { AttentionItem } from '@accord/domain/attention/attention'
import type { AlarmConcern, AttentionList, CaseAttention } from '@accord/domain/rest/attention'
import type { LookConcern } from '@accord/domain/rest/looks'
import type { ReviewConcern } from '@accord/domain/review/concerns'
import type { SessionNews } from '@accord/domain/session/session-news'
import { getJson } from './http.js'

export const ATTENTION_KEY = ['attention'] as const

/** What would like the person's attention; asked again every minute, so that the bell rings on any page. */
export const attentionQuery = queryOptions({
  queryKey: ATTENTION_KEY,
  queryFn: () => getJson<AttentionList>('/api/attention'),
  staleTime: 0,
  refetchInterval: 60_000,
})

/** One item with the case that it is from. */
export interface Concern {
  readonly item: AttentionItem
  readonly of: CaseAttention
}

/** The items of all cases but one's own steps, as `attentionOf` orders them within each, the oldest first. */
export function concernsOf(list: AttentionList): readonly Concern[] {
  return list.cases
    .flatMap((of) => of.items.map((item) => ({ item, of })))
    .filter(({ item }) => item.kind !== 'step-due')
    .sort((a, b) => a.item.at - b.item.at)
}

/** Questions about one's own looks that wait for an answer, in all cases. (AC11) */
export function askedLooksOf(list: AttentionList): readonly LookConcern[] {
  return list.cases.flatMap(({ looks }) => looks.filter(({ kind }) => kind === 'look-asked'))
}

/** What was said to the person in a review, with its case. */
export interface ReviewNews {
  readonly concern: ReviewConcern
  readonly of: CaseAttention
}

/** What was said in the reviews of all cases, the oldest first. (AT12) */
export function reviewNewsOf(list: AttentionList): readonly ReviewNews[] {
  return list.cases
    .flatMap((of) => of.reviews.map((concern) => ({ concern, of })))
    .sort((a, b) => a.concern.at - b.concern.at)
}

/** What somebody else did about a session, with its case. (AT15) */
export interface SessionConcern {
  readonly news: SessionNews
  readonly of: CaseAttention
}

export function sessionNewsOf(list: AttentionList): readonly SessionConcern[] {
  return list.cases.flatMap((of) => of.sessions.map((news) => ({ news, of })))
}

/** A record that does not hold, with its case. */
export interface AlarmNews {
  readonly concern: AlarmConcern
  readonly of: CaseAttention
}

/** The alarms of all cases, the oldest first. (AT13) */
export function alarmNewsOf(list: AttentionList): readonly AlarmNews[] {
  return list.cases
    .flatMap((of) => of.alarms.map((concern) => ({ concern, of })))
    .sort((a, b) => a.concern.at - b.concern.at)
}

/** How many things would like this person's attention. */
export function countConcerns(list: AttentionList): number {
  return (
    concernsOf(list).length + askedLooksOf(list).length + reviewNewsOf(list).length + alarmNewsOf(list).length
  )
}

export function countNew(list: AttentionList | undefined): number {
  const news = ({ items, looks, reviews, sessions, alarms }: CaseAttention) => [
    ...items,
    ...looks,
    ...reviews,
    ...alarms,
    // They are told only until they were seen. (AT15)
    ...sessions.map(() => ({ isNew: true })),
  ]
  return newCount(list?.cases.flatMap(news) ?? [])
}
