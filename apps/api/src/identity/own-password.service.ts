import { passwordTrouble } from '@accord/domain/people/password'
import type { NewPasswordBody, Ways } from '@accord/domain/rest/factors'
import { Injectable } from '@nestjs/common'
import type { SignedIn } from '../access/signed-in.js'
import { orRefused, Refused } from '../http/refused.js'
import { Confirmation } from './confirmation.service.js'
import { isGuessable } from './guessable.js'
import { Passwords } from './passwords.js'
import { SignInRepository } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'
import { WaysService } from './ways.service.js'

/** Changing one's own password, or setting a first one beside a passkey. (ID39) */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly people: SignInRepository,
    private readonly signIns: SignInService,
    private readonly passwords: Passwords,
    private readonly confirmation: Confirmation,
    private readonly ways: WaysService,
  ) {}

  async change(signedIn: SignedIn, body: NewPasswordBody, address: string): Promise<Ways> {
    const { actor } = signedIn
    const { person, clinic } = orRefused(await this.signIns.self(signedIn))
    const hasOne = await this.people.hasPassword(actor.clinic, actor.person)
    if (hasOne && !(await this.confirmation.isPassword(signedIn, body.current ?? '', address))) {
      throw new Refused('wrong-proof')
    }
    const known = [person.name, person.email, clinic.name]
    if (passwordTrouble(body.password, person) !== null || isGuessable(body.password, known)) {
      throw new Refused('weak-password')
    }
    const hash = await this.passwords.hash(body.password)
    await this.people.setPassword(actor.clinic, actor.person, hash)
    return this.ways.changed(signedIn)
  }
}
