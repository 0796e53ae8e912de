import { queryOptions } from '@tanstack/react-query'
import type { AlarmReport } from '@accord/domain/history/alarm'
import type { LogId } from '@accord/domain/ids'
import type { AcknowledgeBody, AlarmList, HistoryAlarm } from '@accord/domain/rest/alarms'
import { getJson, postJson } from '../http.js'

export const ALARMS_KEY = ['alarms'] as const

/** The alarms that this person is told of; asked again every minute, so that the rail counts on any page. (HI21) */
export const alarmsQuery = queryOptions({
  queryKey: ALARMS_KEY,
  queryFn: () => getJson<AlarmList>('/api/alarms'),
  staleTime: 0,
  refetchInterval: 60_000,
})

/** Says that this person knows. (HI23) */
export function acknowledgeAlarm(alarm: string, body: AcknowledgeBody): Promise<void> {
  return postJson<undefined>(`/api/alarms/${alarm}/acknowledgement`, body)
}

/** Tells the server what this browser found in a record. (HI20) */
export function reportAlarm(plan: LogId, report: AlarmReport): Promise<void> {
  return postJson<undefined>(`/api/plans/${plan}/alarms`, report)
}

/** How many nobody has said they know of. */
export function countUnknown({ alarms }: AlarmList): number {
  return alarms.filter(({ acknowledged }: HistoryAlarm) => acknowledged.length === 0).length
}
