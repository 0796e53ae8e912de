import { failureOf } from '../../lib/request-failure.js'
import type { WebTranslate } from '../../lib/use-web-messages.js'

/** Why signing in didn't work, in a sentence that helps. */
export function signInSentence(t: WebTranslate, error: Error): string {
  const failure = failureOf(error)
  if (failure.kind === 'unreachable') return t('signIn.unreachable')
  if (failure.code === 'too-fast' || failure.status === 429) {
    const minutes = Math.max(1, Math.ceil((failure.retryAfter ?? 60) / 60))
    return t('signIn.tooFast', { minutes })
  }
  if (failure.code === 'second-factor-needed') return t('signIn.codeNeeded')
  if (failure.code === 'wrong-proof') return t('signIn.codeWrong')
  if (failure.code === 'passkey-needed') return t('signIn.passkeyNeeded')
  // One answer for a wrong name and a wrong password. (ID1)
  return failure.status >= 500 ? t('signIn.server') : t('signIn.wrong')
}

/** The password was right, and a code is asked for as well. (ID25) */
export function isCodeNeeded(error: Error | null): boolean {
  const failure = error && failureOf(error)
  return failure?.kind === 'refused' && ['second-factor-needed', 'wrong-proof'].includes(failure.code)
}
