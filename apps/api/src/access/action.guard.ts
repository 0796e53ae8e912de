import type { IncomingMessage } from 'node:http'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Action } from '@accord/domain/access/action'
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { Request, Response } from 'express'
import { AuditTrail } from '../audit/audit-trail.js'
import { subjectOf as subjectOfAudit, whenceOf } from '../audit/whence.js'
import { audienceOf } from '../http/audience.js'
import type { AnswerCode } from '../http/answer.js'
import { Refused } from '../http/refused.js'
import { SignInService } from '../identity/sign-in.service.js'
import { declaredAction } from './action.decorator.js'
import { declaresFresh } from './fresh.decorator.js'
import { rememberSignedIn, type SignedIn } from './signed-in.js'
import { kindOf, subjectOf } from './subject.js'

/** Stands before every route and socket event. What declares no action is refused. (AC1) */
@Injectable()
export class ActionGuard implements CanActivate {
  constructor(
    private readonly signIns: SignInService,
    private readonly trail: AuditTrail,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = declaredAction(context.getHandler())
    if (!action) throw new Refused('not-yours')
    // A socket has its person from the handshake; a message is decided where the plan is known.
    if (context.getType() === 'ws') return true
    const http = context.switchToHttp()
    const request = http.getRequest<Request>()
    const signedIn = await this.recognise(request)
    const actor = signedIn?.actor ?? null
    const no = refusalAtTheDoor(action, actor) ?? this.refusalOfFactor(context, action, signedIn)
    if (!no) return true
    const deed = { action, ...subjectOfAudit(request), outcome: 'refused', code: no.refused } as const
    // Nobody's try is of no clinic; everybody else's is written down before they hear of it. (AU1)
    if (actor) await this.trail.note(actor, deed, whenceOf(request, http.getResponse<Response>()))
    throw new Refused(no.refused)
  }

  private async recognise(request: IncomingMessage): Promise<SignedIn | null> {
    const signedIn = await this.signIns.actorFromCookies(request.headers.cookie, audienceOf(request))
    if (!signedIn) return null
    rememberSignedIn(request, signedIn)
    await this.signIns.touch(signedIn)
    return signedIn
  }

  /** Staff without a second factor first get one; what goes far needs a fresh one. (ID24, ID33) */
  private refusalOfFactor(
    context: ExecutionContext,
    action: Action,
    signedIn: SignedIn | null,
  ): { readonly refused: AnswerCode } | null {
    if (!signedIn || kindOf(action) === 'door') return null
    if (signedIn.mustEnrol && kindOf(action) !== 'self') return { refused: 'second-factor-needed' }
    return declaresFresh(context.getHandler()) && !signedIn.isFresh
      ? { refused: 'fresh-factor-needed' }
      : null
  }
}

function refusalAtTheDoor(action: Action, actor: Actor | null): Refusal | null {
  const subject = subjectOf(action, actor)
  if (subject) return refusalOf(actor, action, subject)
  return actor ? null : refuse('not-signed-in')
}
