import type { FirstSignIn, InviteBody, ResetBegun } from '@accord/domain/rest/welcome'
import { postJson } from '../../../lib/http.js'

/** Makes a link for somebody's first sign-in; the one made before ends. (CL7) */
export async function makeFirstSignIn(person: string, by: InviteBody['by']): Promise<Given> {
  const path = `/api/people/${encodeURIComponent(person)}/first-sign-in`
  return { ...(await postJson<FirstSignIn>(path, { by })), tellers: [] }
}

/** What is shown once: a link, a code, or both; and who tells the code where it is shown to others. */
export interface Given {
  readonly link: string | null
  readonly code: string | null
  readonly tellers: readonly string[]
  readonly expiresAt: number
}

/** Begins a new way to sign in, by a letter or by hand. (ID19, ID40) */
export async function beginReset(person: string): Promise<Given> {
  const begun = await postJson<ResetBegun>(`/api/people/${encodeURIComponent(person)}/reset`, {})
  const { expiresAt } = begun
  if (begun.kind === 'by-letter') return { link: null, code: begun.code, tellers: [], expiresAt }
  return { link: begun.link, code: null, tellers: begun.tellers, expiresAt }
}
