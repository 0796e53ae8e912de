import type { FreshBody } from '@accord/domain/rest/factors'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import { Injectable } from '@nestjs/common'
import type { SignedIn } from '../access/signed-in.js'
import { orRefused, Refused } from '../http/refused.js'
import { Factors } from './factors.js'
import { Passwords } from './passwords.js'
import { SignInRepository } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'
import { SignInThrottle } from './sign-in.throttle.js'

/** Asks somebody who is signed in once more who they are, as often as a sign-in may be tried. (SE13, ID33, ID5) */
@Injectable()
export class Confirmation {
  constructor(
    private readonly repository: SignInRepository,
    private readonly passwords: Passwords,
    private readonly factors: Factors,
    private readonly throttle: SignInThrottle,
    private readonly signIns: SignInService,
  ) {}

  async byPassword(signedIn: SignedIn, password: string, address: string): Promise<void> {
    if (!(await this.isPassword(signedIn, password, address))) throw new Refused('wrong-credentials')
  }

  async isPassword(signedIn: SignedIn, password: string, address: string): Promise<boolean> {
    const email = await this.attempt(signedIn, address)
    const [found] = await this.repository.credentials(email)
    const isRight = await this.passwords.matches(password, found?.password_hash ?? null)
    if (isRight) await this.throttle.succeeded(email, address)
    return isRight
  }

  options({ actor }: SignedIn): Promise<PasskeyOptions> {
    return this.factors.passkeys.ask(actor.audience, actor)
  }

  /** By the strongest that they have: a password is enough only where there is nothing else. (ID33) */
  async refresh(signedIn: SignedIn, proof: FreshBody, address: string): Promise<void> {
    const email = await this.attempt(signedIn, address)
    if (!(await this.isRight(signedIn, email, proof))) throw new Refused('wrong-proof')
    await this.throttle.succeeded(email, address)
    await this.signIns.refresh(signedIn)
  }

  private async isRight({ actor }: SignedIn, email: string, proof: FreshBody): Promise<boolean> {
    const found = await this.repository.credentials(email)
    const own = found.find((one) => one.clinic_id === actor.clinic)
    if (!own) return false
    if ('passkey' in proof) {
      const row = await this.factors.passkeys.answered(actor.audience, proof.passkey)
      return row?.person_id === actor.person
    }
    if ('code' in proof) return own.has_code && this.factors.codeApps.isRight(actor, proof.code)
    if (own.has_code || own.has_passkey) return false
    return this.passwords.matches(proof.password, own.password_hash)
  }

  private async attempt(signedIn: SignedIn, address: string): Promise<string> {
    const { email } = orRefused(await this.signIns.self(signedIn)).person
    const wait = await this.throttle.attempt(email, address)
    if (wait !== null) throw new Refused('too-fast', wait)
    return email
  }
}
