import { queryOptions } from '@tanstack/react-query'
import type { GuardianRule, GuardianRuleBody } from '@accord/domain/rest/guardians'
import { getJson, putJson } from '../../../lib/http.js'

const PATH = '/api/clinic/guardian-rule'

/** At which age guardians' parts end. (GU1) */
export const guardianRuleQuery = queryOptions({
  queryKey: ['guardian-rule'],
  queryFn: () => getJson<GuardianRule>(PATH),
})

export function setGuardianRule(body: GuardianRuleBody): Promise<GuardianRule> {
  return putJson<GuardianRule>(PATH, body)
}
