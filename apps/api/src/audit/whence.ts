import { isUuid, type CaseId } from '@accord/domain/ids'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Request, Response } from 'express'
import { requestIdOf } from '../http/logging.js'
import type { Deed, Whence } from './audit-trail.js'

/** Where a request came from. */
export function whenceOf(request: Pick<Request, 'ip'>, response: Response): Whence {
  return { address: request.ip ?? '', request: requestIdOf(response) || null }
}

/** A route's parameter: where it was asked from, for whoever writes the event in a transaction of their own. */
export const WhereFrom = createParamDecorator((_: unknown, context: ExecutionContext): Whence => {
  const http = context.switchToHttp()
  return whenceOf(http.getRequest<Request>(), http.getResponse<Response>())
})

/** The case that an address names, and the first other thing. Only what is an id: nobody's words. (AU6) */
export function subjectOf({ params }: Pick<Request, 'params'>): Pick<Deed, 'case' | 'about'> {
  const { caseId, ...others } = params
  const about = Object.values(others).find((value) => typeof value === 'string' && isUuid(value))
  return {
    case: typeof caseId === 'string' && isUuid(caseId) ? (caseId as CaseId) : null,
    about: typeof about === 'string' ? about : null,
  }
}
