import type { Self, SignInBody } from '@accord/domain/rest/self'
import { postJson } from '../../../lib/http.js'

export function signIn(body: SignInBody): Promise<Self> {
  return postJson<Self>('/api/sign-in', body)
}
