import type { Translate } from '@accord/ui/messages/translate'
import type { Messages } from '../messages/compiled/messages.js'
import { failureOf } from './request.js'

/** Why a page could not be fetched, in words. */
export function troubleSentence(t: Translate<Messages>, error: unknown): string {
  const failure = failureOf(error)
  if (failure?.kind === 'unreachable') return t('trouble.unreachable')
  return t(failure?.code === 'erased' ? 'trouble.erased' : 'trouble.ours')
}
