import { isRefusal, type Refusal, type Tombstone } from '@accord/domain/refusal'
import type { AnswerCode } from './answer.js'

/** Carries a refusal from a controller or a guard to the filter that answers it. */
export class Refused extends Error {
  constructor(
    readonly code: AnswerCode,
    /** Seconds. */
    readonly retryAfter?: number,
    /** With `erased`. (ER5) */
    readonly erased?: Tombstone,
  ) {
    super(code)
    this.name = 'Refused'
  }
}

/** A controller's last step: what a service returned, or its refusal on the way to the filter. */
export function orRefused<Result>(result: Result | Refusal): Exclude<Result, Refusal> {
  if (isRefusal(result)) throw new Refused(result.refused, undefined, result.erased)
  return result as Exclude<Result, Refusal>
}
