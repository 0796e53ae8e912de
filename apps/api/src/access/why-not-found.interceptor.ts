import { isUuid } from '@accord/domain/ids'
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import type { Request } from 'express'
import { catchError, type Observable } from 'rxjs'
import { Refused } from '../http/refused.js'
import { RestrictedThings } from './restricted-things.repository.js'
import { signedInOf } from './signed-in.js'

/** Whoever had access to what they ask for is told that its case is restricted; to anybody else it isn't there. (DR34) */
@Injectable()
export class WhyNotFound implements NestInterceptor {
  constructor(private readonly things: RestrictedThings) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() === 'ws') return next.handle()
    const request = context.switchToHttp().getRequest<Request>()
    return next.handle().pipe(catchError((thrown: unknown) => this.answer(thrown, request)))
  }

  private async answer(thrown: unknown, request: Request): Promise<never> {
    const who = signedInOf(request)?.actor
    const isAbsent = thrown instanceof Refused && thrown.code === 'not-found'
    if (!isAbsent || who?.audience !== 'console') throw thrown
    const ids = Object.values(request.params).flatMap((id) =>
      typeof id === 'string' && isUuid(id) ? [id] : [],
    )
    if (ids.length > 0 && (await this.things.areOf(who, ids))) throw new Refused('restricted')
    throw thrown
  }
}
