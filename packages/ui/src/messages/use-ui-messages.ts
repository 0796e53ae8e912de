import type { Messages } from './compiled/messages.js'
import type { Translate } from './translate.js'
import { useMessages } from './use-messages.js'

/** The components' own sentences. */
export function useUiMessages(): Translate<Messages> {
  return useMessages<Messages>()
}
