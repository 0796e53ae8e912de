import { queryOptions } from '@tanstack/react-query'
import type { ConsentPurpose } from '@accord/domain/consent/purpose'
import type { ConsentTextBody, ConsentTexts } from '@accord/domain/rest/consent'
import { getJson, postJson } from '../../../lib/http.js'

const PATH = '/api/clinic/consent-texts'

/** What this practice asks of its clients, version by version. (CO1) */
export const consentTextsQuery = queryOptions({
  queryKey: ['consent-texts'],
  queryFn: () => getJson<ConsentTexts>(PATH),
})

export function saveConsentText(purpose: ConsentPurpose, body: ConsentTextBody): Promise<ConsentTexts> {
  return postJson<ConsentTexts>(`${PATH}/${purpose}`, body)
}
