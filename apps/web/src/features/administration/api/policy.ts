import { queryOptions } from '@tanstack/react-query'
import type { PolicyBody, PolicyPage } from '@accord/domain/rest/policy'
import { getJson, putJson } from '../../../lib/http.js'

const PATH = '/api/clinic/supervision-policy'

/** How this clinic's queues decide, version by version. (SQ20) */
export const policyQuery = queryOptions({
  queryKey: ['supervision-policy'],
  queryFn: () => getJson<PolicyPage>(PATH),
})

export function savePolicy(body: PolicyBody): Promise<PolicyPage> {
  return putJson<PolicyPage>(PATH, body)
}
