import type { Translate } from '../messages/translate.js'
import { useMessages } from '../messages/use-messages.js'
import type { Messages } from './messages/compiled/messages.js'

export function useEndingMessages(): Translate<Messages> {
  return useMessages<Messages>()
}
