import type { FirstSignIn, InviteBody, ResetBegun } from '@accord/domain/rest/welcome'
import { postJson } from '../../../lib/http.js'

/** Makes a link for somebody's first sign-in; the one made before ends. (CL7) */
export function makeFirstSignIn(person: string, by: InviteBody['by']): Promise<FirstSignIn> {
  return postJson<FirstSignIn>(`/api/people/${encodeURIComponent(person)}/first-sign-in`, { by })
}

/** Sends somebody a link to a new way to sign in, which asks for a code that they are given in person. (ID19) */
export async function beginReset(person: string): Promise<FirstSignIn> {
  const begun = await postJson<ResetBegun>(`/api/people/${encodeURIComponent(person)}/reset`, {})
  return { ...begun, link: null }
}
