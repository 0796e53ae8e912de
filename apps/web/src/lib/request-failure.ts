import type { Tombstone } from '@accord/domain/refusal'

/** Why a request came to nothing. `retryAfter` in seconds, where the server said so. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly retryAfter: number | null
      /** With the code `erased`. (ER5) */
      readonly erased: Tombstone | null
    }

export class RequestFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind === 'refused' ? `refused: ${failure.code}` : 'unreachable', options)
    this.failure = failure
  }
}

/** What stands between a person and the page; an error of our own counts as one of the server's. */
export function failureOf(error: Error): Failure {
  if (error instanceof RequestFailure) return error.failure
  return { kind: 'refused', status: 500, code: 'unknown', retryAfter: null, erased: null }
}

export function isSignedOut(error: Error): boolean {
  const failure = failureOf(error)
  return failure.kind === 'refused' && failure.status === 401
}

export function isNotFound(error: Error): boolean {
  const failure = failureOf(error)
  return failure.kind === 'refused' && (failure.status === 404 || failure.status === 403)
}

/** A case that this person had a part in, and of which nothing is left. (ER5) */
export function isErased(error: Error): boolean {
  return refusalCode(error) === 'erased'
}

/** When a record was erased, and by which rule, where the server said so. */
export function tombstoneOf(error: Error): Tombstone | null {
  const failure = failureOf(error)
  return failure.kind === 'refused' ? failure.erased : null
}

/** The code of a refusal; null where nobody could be asked. */
export function refusalCode(error: Error | null): string | null {
  const failure = error && failureOf(error)
  return failure?.kind === 'refused' ? failure.code : null
}

/** A link that was used, replaced, is too old or never was. (CL7) */
export function isLinkSpent(error: Error): boolean {
  const failure = failureOf(error)
  return failure.kind === 'refused' && (failure.status === 410 || failure.code === 'malformed')
}
