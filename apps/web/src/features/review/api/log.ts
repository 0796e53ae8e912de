import { queryOptions } from '@tanstack/react-query'
import type { SupervisionLog } from '@accord/domain/rest/supervision'
import type { Meeting, MeetingContent, MeetingId, MeetingVersion } from '@accord/domain/supervision/meeting'
import { getJson, postJson } from '../../../lib/http.js'
import { pairAddress, SUPERVISION_KEY, type PairIds } from '../../../lib/supervision.js'

/** The meetings of twelve months and of the present one. */
export const logQuery = (pair: PairIds) =>
  queryOptions({
    queryKey: [...SUPERVISION_KEY, 'log', pair.supervisor, pair.practitioner],
    queryFn: () =>
      getJson<SupervisionLog>(`${pairAddress(pair)}/meetings?from=${twelveMonthsAgo(new Date())}`),
    staleTime: 0,
  })

export function recordMeeting(
  pair: PairIds,
  content: MeetingContent,
  discussed: readonly string[],
): Promise<Meeting> {
  return postJson<Meeting>(`${pairAddress(pair)}/meetings`, { content, discussed })
}

export function changeMeeting(
  pair: PairIds,
  meeting: MeetingId,
  { after, content }: { readonly after: number; readonly content: MeetingContent },
): Promise<Meeting> {
  return postJson<Meeting>(`${pairAddress(pair)}/meetings/${meeting}/versions`, { after, content })
}

export function signMeeting(
  pair: PairIds,
  meeting: MeetingId,
  { version, hash }: Pick<MeetingVersion, 'version' | 'hash'>,
): Promise<Meeting> {
  return postJson<Meeting>(`${pairAddress(pair)}/meetings/${meeting}/sign`, { version, hash })
}

/** The first day of the month eleven months before. */
function twelveMonthsAgo(now: Date): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 11, 1)).toISOString().slice(0, 10)
}
