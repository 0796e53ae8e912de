import { queryOptions } from '@tanstack/react-query'
import type { AskBody, AskedFor, MeasuresPage } from '@accord/domain/rest/measures'
import type { SafetyPlan, SafetyPlanBody, SafetyPlans } from '@accord/domain/rest/safety'
import { getJson, postJson } from '../../../lib/http.js'

const address = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}`

/** What clients of a case were asked and sent. (ME6) */
export const measuresQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['measures', caseId],
    queryFn: () => getJson<MeasuresPage>(`${address(caseId)}/measures`),
    staleTime: 0,
    refetchInterval: 15_000,
  })

export function askMeasure(caseId: string, body: AskBody): Promise<AskedFor> {
  return postJson<AskedFor>(`${address(caseId)}/measures`, body)
}

/** The safety plans of a case. (SA7) */
export const safetyPlansQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['safety-plans', caseId],
    queryFn: () => getJson<SafetyPlans>(`${address(caseId)}/safety-plans`),
    staleTime: 0,
  })

export function saveSafetyPlan(caseId: string, client: string, body: SafetyPlanBody): Promise<SafetyPlan> {
  return postJson<SafetyPlan>(`${address(caseId)}/safety-plans/${client}`, body)
}
