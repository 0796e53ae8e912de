import type { Format } from './format.js'
import { useMessagesInPlace } from './messages-context.js'

export function useFormat(): Format {
  return useMessagesInPlace().format
}
