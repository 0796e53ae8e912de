import { isUuid } from '@accord/domain/ids'
import type { CodeAppBegun, CodeAppConfirmed, Ways } from '@accord/domain/rest/factors'
import type { NewPasskeyBody, PasskeyOptions } from '@accord/domain/rest/passkey'
import { Injectable } from '@nestjs/common'
import type { SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { orRefused, Refused } from '../http/refused.js'
import { Mail } from '../mail/mail.service.js'
import type { PasskeyOwner } from '../passkey/passkey.service.js'
import { Factors } from './factors.js'
import { SignInRepository } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'

/** How somebody signs in, where they are signed in, and changing either. All of it one's own. (ID24–ID37) */
@Injectable()
export class WaysService {
  constructor(
    private readonly clock: Clock,
    private readonly people: SignInRepository,
    private readonly signIns: SignInService,
    private readonly factors: Factors,
    private readonly mail: Mail,
  ) {}

  async read({ actor, signInId }: SignedIn): Promise<Ways> {
    const [hasPassword, passkeys, codeApp, left, devices] = await Promise.all([
      this.people.hasPassword(actor.clinic, actor.person),
      this.factors.keptPasskeys.ofPerson(actor.clinic, actor.person),
      this.factors.keptCodes.confirmed(actor),
      this.factors.keptCodes.recoveryCodesLeft(actor),
      this.signIns.ofPerson(actor),
    ])
    const here = passkeys.filter(({ audience }) => audience === actor.audience)
    return {
      hasPassword,
      passkeys: here.map(({ id, device, created_at, used_at }) => ({
        ...{ id, device, since: created_at.getTime() },
        used: used_at?.getTime() ?? null,
      })),
      codeApp: codeApp && { recoveryCodesLeft: left },
      devices: devices.map(({ id, device, audience, created_at, seen_at }) => ({
        ...{ id, device, audience, since: created_at.getTime(), seen: seen_at.getTime() },
        isHere: id === signInId,
      })),
      proveBy: here.length > 0 ? 'passkey' : codeApp ? 'code' : 'password',
    }
  }

  async askForPasskey(signedIn: SignedIn): Promise<PasskeyOptions> {
    return this.factors.passkeys.askForNew(await this.ownerOf(signedIn))
  }

  async addPasskey(signedIn: SignedIn, body: NewPasskeyBody, device: string): Promise<Ways> {
    const made = await this.factors.passkeys.made(await this.ownerOf(signedIn), body, device)
    if (!made || !(await this.factors.keptPasskeys.addAlone(made))) throw new Refused('wrong-proof')
    return this.changed(signedIn)
  }

  async removePasskey(signedIn: SignedIn, id: string): Promise<Ways> {
    const { hasPassword, passkeys, codeApp } = await this.read(signedIn)
    if (!isUuid(id) || !passkeys.some((one) => one.id === id)) throw new Refused('not-found')
    const isLastWay = passkeys.length === 1 && !hasPassword
    const isLastFactor = passkeys.length === 1 && codeApp === null && signedIn.needsFactor
    if (isLastWay || isLastFactor) throw new Refused('last-way')
    const { clinic, person } = signedIn.actor
    await this.factors.keptPasskeys.remove(clinic, person, id, new Date(this.clock.now()))
    return this.changed(signedIn)
  }

  async beginCodeApp(signedIn: SignedIn): Promise<CodeAppBegun> {
    const { email } = orRefused(await this.signIns.self(signedIn)).person
    return this.factors.codeApps.begin(signedIn.actor, email)
  }

  async confirmCodeApp(signedIn: SignedIn, code: string): Promise<CodeAppConfirmed> {
    const confirmed = await this.factors.codeApps.confirm(signedIn.actor, code)
    if (!confirmed) throw new Refused('wrong-proof')
    await this.changed(signedIn)
    return confirmed
  }

  async removeCodeApp(signedIn: SignedIn): Promise<Ways> {
    const { passkeys, codeApp } = await this.read(signedIn)
    if (codeApp === null) return this.read(signedIn)
    if (passkeys.length === 0 && signedIn.needsFactor) throw new Refused('last-way')
    await this.factors.keptCodes.remove(signedIn.actor, new Date(this.clock.now()))
    return this.changed(signedIn)
  }

  /** Its socket is closed with it, wherever it is. (ID36) */
  async endDevice(signedIn: SignedIn, id: string): Promise<Ways> {
    const isDone = isUuid(id) && (await this.signIns.endOf(signedIn.actor, { one: id }))
    if (!isDone) throw new Refused('not-found')
    return this.read(signedIn)
  }

  async endOthers(signedIn: SignedIn): Promise<Ways> {
    await this.signIns.endOf(signedIn.actor, { allBut: signedIn.signInId })
    return this.read(signedIn)
  }

  /** Whoever stole a sign-in could not change how its person signs in without their knowing. (ID35) */
  async changed(signedIn: SignedIn): Promise<Ways> {
    const { clinic, person, audience } = signedIn.actor
    await this.signIns.refresh(signedIn)
    await this.signIns.endOf(signedIn.actor, { allBut: signedIn.signInId })
    await this.mail.send({ clinic, person, audience, kind: 'sign-in-changed', link: null })
    return this.read(signedIn)
  }

  private async ownerOf(signedIn: SignedIn): Promise<PasskeyOwner> {
    const { person, clinic } = orRefused(await this.signIns.self(signedIn))
    const { audience } = signedIn.actor
    return {
      clinic: clinic.id,
      clinicName: clinic.name,
      person: person.id,
      name: person.name,
      email: person.email,
      audience,
    }
  }
}
