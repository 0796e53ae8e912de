import { queryOptions } from '@tanstack/react-query'
import type { SafetyAlert } from '@accord/domain/safety/alert'
import type { Self } from '@accord/domain/rest/self'
import type {
  SafetyAcknowledgeBody,
  SafetyAlerts,
  UrgentNumbersBody,
  UrgentNumbersPage,
} from '@accord/domain/rest/safety'
import { getJson, postJson, putJson } from '../http.js'

const ALERTS_KEY = ['safety-alerts'] as const
/** On whatever page somebody is, an alert is there within this time, in ms. (SA3) */
const LOOKS_EVERY = 3_000

/** What somebody has to see at once and nobody has acknowledged. (SA3) */
export const safetyAlertsQuery = queryOptions({
  queryKey: ALERTS_KEY,
  queryFn: () => getJson<SafetyAlerts>('/api/safety/alerts'),
  staleTime: 0,
  refetchInterval: LOOKS_EVERY,
})

/** Who is asked to see alerts: whoever does clinical work. */
export function seesAlerts({ roles }: Self): boolean {
  return roles.includes('practitioner') || roles.includes('supervisor')
}

export function acknowledgeSafety(alert: string, body: SafetyAcknowledgeBody): Promise<void> {
  return postJson<undefined>(`/api/safety/alerts/${alert}/acknowledgement`, body)
}

export const numbersQuery = queryOptions({
  queryKey: ['urgent-numbers'],
  queryFn: () => getJson<UrgentNumbersPage>('/api/urgent-numbers'),
})

export function saveNumbers(body: UrgentNumbersBody): Promise<UrgentNumbersPage> {
  return putJson<UrgentNumbersPage>('/api/urgent-numbers', body)
}

/** Where a client's alerts, plan and numbers are. */
export function safetyAddress({ caseId }: Pick<SafetyAlert, 'caseId'>): string {
  return `/clients/${caseId}/safety`
}
