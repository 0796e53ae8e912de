import type { Translate } from '@accord/ui/messages/translate'
import { failureOf } from '../../lib/request.js'
import type { Messages } from '../../messages/compiled/messages.js'

/** Why somebody could not sign in, in words that help. A wrong name and a wrong password sound the same. (ID1) */
export function signInTrouble(t: Translate<Messages>, error: unknown): string {
  const failure = failureOf(error)
  if (failure?.kind === 'unreachable') return t('signIn.unreachable')
  if (failure?.code === 'second-factor-needed') return t('signIn.codeNeeded')
  if (failure?.code === 'wrong-proof') return t('signIn.codeWrong')
  if (failure?.status === 401) return t('signIn.wrong')
  if (failure?.status === 429) {
    const minutes = Math.ceil((failure.retryAfter ?? 60) / 60)
    return t('signIn.tooFast', { minutes })
  }
  if (failure?.status === 400) return t('signIn.malformed')
  return t('signIn.ours')
}

/** The password was right, and a code is asked for as well. (ID25) */
export function isCodeNeeded(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.kind === 'refused' && ['second-factor-needed', 'wrong-proof'].includes(failure.code)
}
