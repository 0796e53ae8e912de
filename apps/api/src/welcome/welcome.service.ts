import { passwordTrouble } from '@accord/domain/people/password'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import type { ProveBody, Proven, Welcome, WelcomeBody, WelcomePasskeyBody } from '@accord/domain/rest/welcome'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { removeCodeApp } from '../code-app/code-app.repository.js'
import { Refused } from '../http/refused.js'
import type { Arrival } from '../identity/arrival.js'
import { isGuessable } from '../identity/guessable.js'
import { Passwords } from '../identity/passwords.js'
import type { Credentials } from '../identity/sign-in.repository.js'
import { tokenHash } from '../identity/token.js'
import { deviceOf } from '../identity/device-name.js'
import { Mail } from '../mail/mail.service.js'
import { PasskeyRepository } from '../passkey/passkey.repository.js'
import { PasskeyService, type PasskeyOwner } from '../passkey/passkey.service.js'
import { LinkDoor } from './link-door.service.js'
import { proofsOf } from './proof.service.js'
import type { GoodLink } from './welcome.repository.js'

/** Somebody's way in by a link of theirs: looked at, proved, used once. (CL7, ID16–ID19) */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly door: LinkDoor,
    private readonly passwords: Passwords,
    private readonly passkeys: PasskeyService,
    private readonly kept: PasskeyRepository,
    private readonly mail: Mail,
  ) {}

  /** What a stranger may know who found the letter. Burns nothing. */
  async look(token: string, arrival: Arrival): Promise<Welcome> {
    const link = await this.door.good(token, arrival)
    const { name, clinic, purpose } = link
    return { called: name.split(' ')[0] ?? name, clinic, purpose, proofs: proofsOf(link) }
  }

  /** Burns nothing when it is right; a wrong one counts. */
  async prove(body: ProveBody, arrival: Arrival): Promise<Proven> {
    const { name, email } = await this.door.proven(body, arrival)
    return { name, email }
  }

  /** Gives the link's person the password that they chose. */
  async welcome(body: WelcomeBody, arrival: Arrival): Promise<Credentials> {
    const owner = await this.door.proven(body, arrival)
    const { name, email, clinic } = owner
    const isWeak = passwordTrouble(body.password, owner) ?? isGuessable(body.password, [name, email, clinic])
    if (isWeak) throw new Refused('weak-password')
    const passwordHash = await this.passwords.hash(body.password)
    return this.used(body, owner, async (manager) => {
      await manager.query('UPDATE person SET password_hash = $2 WHERE person_id = $1', [
        owner.person_id,
        passwordHash,
      ])
      return true
    })
  }

  async passkeyOptions(body: ProveBody, arrival: Arrival): Promise<PasskeyOptions> {
    return this.passkeys.askForNew(ownerOf(await this.door.proven(body, arrival)))
  }

  /** Gives the link's person the passkey that their device has made. */
  async welcomeWithPasskey(body: WelcomePasskeyBody, arrival: Arrival): Promise<Credentials> {
    const link = await this.door.proven(body, arrival)
    const made = await this.passkeys.made(ownerOf(link), body.passkey, deviceOf(arrival.agent))
    if (!made) throw new Refused('wrong-proof')
    return this.used(body, link, (manager) => this.kept.add(manager, made))
  }

  private async used(
    { token, proof }: ProveBody,
    link: GoodLink,
    give: (manager: EntityManager) => Promise<boolean>,
  ): Promise<Credentials> {
    const hash = tokenHash(token)
    const used =
      hash &&
      (await this.door.use(hash, async (manager, now) => {
        // Whoever lost their telephone begins anew with what they prove now. (ID19)
        const owner = { clinic: link.clinic_id, person: link.person_id }
        if (link.purpose === 'reset' && proof.kind === 'code') await removeCodeApp(manager, owner, now)
        await this.mail.forgetLinks(manager, { person: owner.person, why: 'used' })
        return give(manager)
      }))
    if (!used) throw new Refused('link-spent')
    const { person_id, clinic_id, roles, audience } = used
    const flags = { is_client: audience === 'portal', has_code: false, has_passkey: false }
    return { person_id, clinic_id, roles, password_hash: null, ...flags }
  }
}

function ownerOf({ clinic_id, clinic, person_id, name, email, audience }: GoodLink): PasskeyOwner {
  return { clinic: clinic_id, clinicName: clinic, person: person_id, name, email, audience }
}
