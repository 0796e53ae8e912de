import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import type { Request, Response } from 'express'
import { defer, lastValueFrom, type Observable } from 'rxjs'
import { declaredAction } from '../access/action.decorator.js'
import { signedInOf } from '../access/signed-in.js'
import { Refused } from '../http/refused.js'
import { AuditTrail, type Deed } from './audit-trail.js'
import { subjectOf, whenceOf } from './whence.js'

/** Every answer of somebody who is signed in is written down before it is sent. (AU1, AU2) */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly trail: AuditTrail) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() === 'ws') return next.handle()
    const action = declaredAction(context.getHandler())
    const request = context.switchToHttp().getRequest<Request>()
    const who = signedInOf(request)?.actor
    if (!action || !who) return next.handle()
    const whence = whenceOf(request, context.switchToHttp().getResponse<Response>())
    const note = (outcome: Pick<Deed, 'outcome' | 'code'>) =>
      this.trail.note(who, { action, ...subjectOf(request), ...outcome }, whence)
    return defer(async () => {
      const value: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined }).catch(
        async (thrown: unknown) => {
          await note(endOf(thrown))
          throw thrown
        },
      )
      await note({ outcome: 'done' })
      return value
    })
  }
}

function endOf(thrown: unknown): Pick<Deed, 'outcome' | 'code'> {
  return thrown instanceof Refused
    ? { outcome: 'refused', code: thrown.code }
    : { outcome: 'failed', code: null }
}
