import type { Translate } from '@accord/ui/messages/translate'
import { useMessages } from '@accord/ui/messages/use-messages'
import type { Messages } from '../messages/compiled/messages.js'

/** The portal's own sentences. */
export function usePortalMessages(): Translate<Messages> {
  return useMessages<Messages>()
}
