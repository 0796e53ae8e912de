import { useMessages } from '@accord/ui/messages/use-messages'
import type { Translate } from '@accord/ui/messages/translate'
import type { Messages } from '../messages/compiled/messages.js'

export type WebTranslate = Translate<Messages>

/** The console's own sentences. */
export function useWebMessages(): WebTranslate {
  return useMessages<Messages>()
}
