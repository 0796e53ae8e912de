import type { Self } from '@accord/domain/rest/self'
import type { WelcomeBody } from '@accord/domain/rest/welcome'
import { postJson } from '../../../lib/http.js'

/** Uses the link up: the password is set, and its owner is signed in. (CL8) */
export function enter(body: WelcomeBody): Promise<Self> {
  return postJson<Self>('/api/welcome', body)
}
