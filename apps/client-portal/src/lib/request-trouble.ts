import type { Translate } from '@accord/ui/messages/translate'
import type { Messages } from '../messages/compiled/messages.js'
import { failureOf } from './request.js'

/** Why a page could not be fetched, in words. */
export function troubleSentence(t: Translate<Messages>, error: unknown): string {
  return failureOf(error)?.kind === 'unreachable' ? t('trouble.unreachable') : t('trouble.ours')
}
