import type { FirstSignIn } from '@accord/domain/rest/welcome'
import { postJson } from '../../../lib/http.js'

/** Makes a link for somebody's first sign-in; the one made before ends. (CL7) */
export function makeFirstSignIn(person: string): Promise<FirstSignIn> {
  return postJson<FirstSignIn>(`/api/people/${encodeURIComponent(person)}/first-sign-in`, {})
}
