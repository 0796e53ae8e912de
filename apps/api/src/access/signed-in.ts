import type { IncomingMessage } from 'node:http'
import type { Actor } from '@accord/domain/access/subject'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { Refused } from '../http/refused.js'

/** Somebody with a valid sign-in at one of the apps. */
export interface SignedIn {
  readonly actor: Actor
  readonly signInId: string
  readonly name: string
  /** Whether they need a second factor. (ID24) */
  readonly needsFactor: boolean
  /** Whether they have no second factor though they need one: until they do, nothing else is open to them. (ID24) */
  readonly mustEnrol: boolean
  /** Whether they proved within the last minutes that it is they who hold the device. (ID33) */
  readonly isFresh: boolean
}

const signedIns = new WeakMap<object, SignedIn>()

/** Remembers who sent a request, once the guard has found out. */
export function rememberSignedIn(request: IncomingMessage, signedIn: SignedIn): void {
  signedIns.set(request, signedIn)
}

/** Who sent a request; undefined while nobody knows, or where nobody is signed in. */
export function signedInOf(request: IncomingMessage): SignedIn | undefined {
  return signedIns.get(request)
}

/** A route's parameter: who is signed in. Routes at the door, which anybody may ask, have nobody. */
export const WhoIsSignedIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const signedIn = signedIns.get(context.switchToHttp().getRequest<IncomingMessage>())
  if (!signedIn) throw new Refused('not-signed-in')
  return signedIn
})
