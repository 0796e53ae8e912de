import type { Audience } from '@accord/domain/access/subject'
import type { Self, SignInBody } from '@accord/domain/rest/self'
import { Injectable } from '@nestjs/common'
import type { SignedIn } from '../access/signed-in.js'
import { AuditTrail, type Deed } from '../audit/audit-trail.js'
import { orRefused, Refused } from '../http/refused.js'
import { Passwords } from './passwords.js'
import { SignInRepository, type Credentials } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'
import { SignInThrottle } from './sign-in.throttle.js'

/** Where a sign-in comes from. */
export interface Caller {
  readonly audience: Audience
  readonly address: string
  readonly cookies: string | undefined
  readonly request: string | null
}

/** Lets people in by e-mail and password. (ID1, ID5) */
@Injectable()
export class IdentityService {
  constructor(
    private readonly repository: SignInRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly signIns: SignInService,
    private readonly trail: AuditTrail,
  ) {}

  /** An unknown e-mail, a wrong password and the wrong app get one answer, in one time. (ID1, AC6) */
  async signIn(body: SignInBody, caller: Caller): Promise<{ readonly self: Self; readonly token: string }> {
    const email = body.email.trim().toLowerCase()
    const wait = await this.throttle.attempt(email, caller.address)
    if (wait !== null) throw new Refused('too-fast', wait)
    const found = await this.repository.credentials(email)
    const who = found.find((one) => mayEnter(one, caller.audience))
    const isRight = await this.passwords.matches(body.password, (who ?? found[0])?.password_hash ?? null)
    if (!who || !isRight) {
      await this.note(who ?? found[0], caller, { outcome: 'refused', code: 'wrong-credentials' })
      throw new Refused('wrong-credentials')
    }
    await this.throttle.succeeded(email, caller.address)
    await this.signIns.endOfCookies(caller.cookies, caller.audience)
    await this.note(who, caller, { outcome: 'done' })
    const { signedIn, token } = await this.signIns.begin(who, caller.audience)
    return { self: orRefused(await this.signIns.self(signedIn)), token }
  }

  /** Asks somebody who is signed in for their password again, as often as a sign-in may be tried. (SE13, ID5) */
  async confirm(signedIn: SignedIn, password: string, address: string): Promise<void> {
    const { email } = orRefused(await this.signIns.self(signedIn)).person
    const wait = await this.throttle.attempt(email, address)
    if (wait !== null) throw new Refused('too-fast', wait)
    const [found] = await this.repository.credentials(email)
    if (!(await this.passwords.matches(password, found?.password_hash ?? null)))
      throw new Refused('wrong-credentials')
    await this.throttle.succeeded(email, address)
  }

  /** A try at an account that does not exist is of no clinic. (AU1) */
  private async note(
    who: Credentials | undefined,
    { audience, address, request }: Caller,
    end: Pick<Deed, 'outcome' | 'code'>,
  ): Promise<void> {
    if (!who) return
    const doer = { clinic: who.clinic_id, person: who.person_id, roles: who.roles, audience }
    await this.trail.note(doer, { action: 'sign-in', ...end }, { address, request })
  }
}

/**
 * Staff come through the console, everybody else through the portal, also before their first case is opened; staff who
 * are somebody's client as well have both. (AC6)
 */
function mayEnter(who: Credentials, audience: Audience): boolean {
  const isStaff = who.roles.length > 0
  return audience === 'console' ? isStaff : who.is_client || !isStaff
}
