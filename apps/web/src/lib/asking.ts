import type { Asking } from '@accord/ui/identity/asking'
import { getJson, postJson } from './http.js'
import { failureOf } from './request-failure.js'

/** How parts that both apps share ask the console's server. */
export const asking: Asking = {
  get: getJson,
  post: postJson,
  codeOf: (error) => {
    const failure = error instanceof Error ? failureOf(error) : null
    return failure?.kind === 'refused' ? failure.code : null
  },
}
