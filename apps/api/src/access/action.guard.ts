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
import { Refused } from '../http/refused.js'
import { SignInService } from '../identity/sign-in.service.js'
import { declaredAction } from './action.decorator.js'
import { rememberSignedIn } from './signed-in.js'
import { subjectOf } from './subject.js'

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
    const actor = await this.recognise(request)
    const no = refusalAtTheDoor(action, actor)
    if (!no) return true
    const deed = { action, ...subjectOfAudit(request), outcome: 'refused', code: no.refused } as const
    // Nobody's try is of no clinic; everybody else's is written down before they hear of it. (AU1)
    if (actor) await this.trail.note(actor, deed, whenceOf(request, http.getResponse<Response>()))
    throw new Refused(no.refused)
  }

  private async recognise(request: IncomingMessage): Promise<Actor | null> {
    const signedIn = await this.signIns.actorFromCookies(request.headers.cookie, audienceOf(request))
    if (!signedIn) return null
    rememberSignedIn(request, signedIn)
    await this.signIns.touch(signedIn)
    return signedIn.actor
  }
}

function refusalAtTheDoor(action: Action, actor: Actor | null): Refusal | null {
  const subject = subjectOf(action, actor)
  if (subject) return refusalOf(actor, action, subject)
  return actor ? null : refuse('not-signed-in')
}
