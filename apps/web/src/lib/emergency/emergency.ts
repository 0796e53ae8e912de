import { queryOptions } from '@tanstack/react-query'
import type { EmergencyPart } from '@accord/domain/emergency/opening'
import type {
  EmergencyBody,
  EmergencyLine,
  EmergencyMatches,
  EmergencyNews,
  EmergencyOpened,
  EmergencyRead,
  EmergencyReviewBody,
} from '@accord/domain/rest/emergency'
import type { Self } from '@accord/domain/rest/self'
import { getJson, postJson } from '../http.js'

/** On whatever page somebody is, an opening is told within this time, in ms. (EM9) */
const LOOKS_EVERY = 4_000

export const EMERGENCY_ADDRESS = '/emergency'
export const OPENINGS_ADDRESS = '/emergency/openings'

/** What was opened in an emergency, as far as somebody is told of it. (EM9) */
export const emergencyQuery = queryOptions({
  queryKey: ['emergency'],
  queryFn: () => getJson<EmergencyNews>('/api/emergency'),
  staleTime: 0,
  refetchInterval: LOOKS_EVERY,
})

/** A part is fetched when it is looked at, and kept no longer: each fetching is a look. (EM7, EM11) */
export const emergencyPartQuery = (access: string, part: EmergencyPart) =>
  queryOptions({
    queryKey: ['emergency-part', access, part],
    queryFn: () => getJson<EmergencyRead>(`/api/emergency/${access}/${part}`),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })

export function findInEmergency(name: string): Promise<EmergencyMatches> {
  return postJson<EmergencyMatches>('/api/emergency/find', { name })
}

export function openInEmergency(body: EmergencyBody): Promise<EmergencyOpened> {
  return postJson<EmergencyOpened>('/api/emergency', body)
}

export function endEmergency(access: string): Promise<undefined> {
  return postJson<undefined>(`/api/emergency/${access}/end`, {})
}

export function reviewEmergency(access: string, body: EmergencyReviewBody): Promise<undefined> {
  return postJson<undefined>(`/api/emergency/${access}/review`, body)
}

/** Who does clinical work may break the glass; the server asks again. (EM1) */
export function mayBreakTheGlass({ roles }: Self): boolean {
  return roles.includes('practitioner') || roles.includes('supervisor')
}

/** The reader's own that are open now. (EM11) */
export function standingOf(news: EmergencyNews | undefined): readonly EmergencyLine[] {
  return (news?.openings ?? []).filter(({ isOwn, isStanding }) => isOwn && isStanding)
}

/** Somebody else's that nobody has reviewed: they stay told until then. (EM9) */
export function unreviewedOf(news: EmergencyNews | undefined): readonly EmergencyLine[] {
  return (news?.openings ?? []).filter(({ isOwn, review }) => !isOwn && review === null)
}

/** What waits for the reader's own review, the one due first at the top. (EM13) */
export function toReviewOf(news: EmergencyNews | undefined): readonly EmergencyLine[] {
  return unreviewedOf(news)
    .filter(({ mayReview }) => mayReview)
    .sort((a, b) => a.reviewDueAt - b.reviewDueAt)
}
