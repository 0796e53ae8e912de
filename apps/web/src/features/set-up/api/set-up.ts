import type { Self } from '@accord/domain/rest/self'
import type { SetUpBody } from '@accord/domain/rest/set-up'
import { postJson } from '../../../lib/http.js'

/** Makes the clinic and signs its administrator in. (CL3) */
export function setUp(body: SetUpBody): Promise<Self> {
  return postJson<Self>('/api/set-up', body)
}
