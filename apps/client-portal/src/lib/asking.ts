import type { Asking } from '@accord/ui/identity/asking'
import { failureOf, readJson, sendJson } from './request.js'

/** How parts that both apps share ask the portal's server. */
export const asking: Asking = {
  get: readJson,
  post: async <Shape>(path: string, body: object) => {
    const response = await sendJson(path, body)
    return (response.status === 204 ? undefined : await response.json()) as Shape
  },
  codeOf: (error) => {
    const failure = failureOf(error)
    if (failure === null) return 'unknown'
    return failure.kind === 'refused' ? failure.code : null
  },
}
