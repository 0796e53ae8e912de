import type { IncomingMessage } from 'node:http'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Action } from '@accord/domain/access/action'
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { audienceOf } from '../http/audience.js'
import { Refused } from '../http/refused.js'
import { SignInService } from '../identity/sign-in.service.js'
import { declaredAction } from './action.decorator.js'
import { rememberSignedIn } from './signed-in.js'
import { subjectOf } from './subject.js'

/** Stands before every route and socket event. What declares no action is refused. (AC1) */
@Injectable()
export class ActionGuard implements CanActivate {
  constructor(private readonly signIns: SignInService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = declaredAction(context.getHandler())
    if (!action) throw new Refused('not-yours')
    // A socket has its person from the handshake; a message is decided where the plan is known.
    if (context.getType() === 'ws') return true
    const actor = await this.recognise(context.switchToHttp().getRequest<IncomingMessage>())
    const no = refusalAtTheDoor(action, actor)
    if (no) throw new Refused(no.refused)
    return true
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
