import { postJson } from '../../../lib/http.js'

export function signOut(): Promise<void> {
  return postJson<undefined>('/api/sign-out', {})
}
