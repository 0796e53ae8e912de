import type { Translate } from '@accord/ui/messages/translate'
import type { Messages } from '../messages/compiled/messages.js'
import { failureOf } from './request.js'
import { troubleSentence } from './request-trouble.js'

/** Why an answer was not kept, in a sentence that helps. */
export function consentTrouble(t: Translate<Messages>, error: unknown): string {
  const failure = failureOf(error)
  if (failure?.kind === 'refused' && failure.code === 'words-changed') return t('consent.wordsChanged')
  return failure?.kind === 'unreachable' ? t('consent.unreachable') : troubleSentence(t, error)
}
