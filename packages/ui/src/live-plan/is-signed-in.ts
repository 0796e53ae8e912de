/** Asks the server whether this page's sign-in still stands; when it can't be asked, nothing is known against it. */
export async function isSignedIn(): Promise<boolean> {
  try {
    const answer = await fetch('/api/me', { credentials: 'same-origin', cache: 'no-store' })
    return answer.status !== 401
  } catch {
    return true
  }
}
