import type { SignInState } from '@accord/domain/rest/self'

/** Asks the server whether this page's sign-in still stands; when it can't be asked, nothing is known against it. */
export async function isSignedIn(): Promise<boolean> {
  try {
    const answer = await fetch('/api/sign-in', { credentials: 'same-origin', cache: 'no-store' })
    if (!answer.ok) return true
    return ((await answer.json()) as SignInState).self !== null
  } catch {
    return true
  }
}
