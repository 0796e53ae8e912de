import type { PasskeyAnswer } from '@accord/domain/rest/passkey'
import type { SignInBody } from '@accord/domain/rest/self'
import { Injectable } from '@nestjs/common'
import { AuditTrail, type Deed } from '../audit/audit-trail.js'
import { Refused } from '../http/refused.js'
import type { Arrival } from './arrival.js'
import { DeviceService } from './device.service.js'
import { Factors } from './factors.js'
import { mayEnter } from './may-enter.js'
import { Passwords } from './passwords.js'
import { SignInRepository, type Credentials } from './sign-in.repository.js'
import { SignInThrottle } from './sign-in.throttle.js'

/** Somebody who proved who they are, and whether by the strongest that they have. */
export interface Proved {
  readonly who: Credentials
  readonly isFresh: boolean
}

/** Finds out who wants to come in: by e-mail and password, with a code where one is asked for, or by passkey. (ID1, ID25) */
@Injectable()
export class IdentityService {
  constructor(
    private readonly repository: SignInRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly factors: Factors,
    private readonly devices: DeviceService,
  ) {}

  /** An unknown e-mail, a wrong password and the wrong app get one answer, in one time. (ID1, AC6) */
  async prove(body: SignInBody, arrival: Arrival, note: Note): Promise<Proved> {
    const email = body.email.trim().toLowerCase()
    const counted = await this.countedAs(email, arrival)
    const wait = await this.throttle.attempt(counted, arrival.address)
    if (wait !== null) throw new Refused('too-fast', wait)
    const found = await this.repository.credentials(email)
    const who = found.find((one) => mayEnter(one, arrival.audience))
    const isRight = await this.passwords.matches(body.password, (who ?? found[0])?.password_hash ?? null)
    if (!who || !isRight) {
      await note(who ?? found[0], { outcome: 'refused', code: 'wrong-credentials' })
      throw new Refused('wrong-credentials')
    }
    // Said only to whoever knows the password; a wrong code counts as a wrong try.
    const no = refusalOfFactor(who, body.code ?? null)
    if (no) throw new Refused(no)
    if (body.code !== undefined && who.has_code) {
      const owner = { clinic: who.clinic_id, person: who.person_id }
      if (!(await this.factors.codeApps.isRight(owner, body.code))) {
        await note(who, { outcome: 'refused', code: 'wrong-proof' })
        throw new Refused('wrong-proof')
      }
    }
    await this.throttle.succeeded(counted, arrival.address)
    await note(who, { outcome: 'done' })
    // A password alone is a fresh proof only of whoever has nothing stronger. (ID33)
    return { who, isFresh: who.has_code || !who.has_passkey }
  }

  /**
   * Tries on a browser that its person signed in with before are counted apart from everybody else's: who guesses
   * elsewhere does not keep them out. An account that does not exist is asked for alike. (ID5)
   */
  private async countedAs(email: string, arrival: Arrival): Promise<string> {
    const device = this.devices.shown(arrival)
    if (device === null) return email
    const who = (await this.repository.credentials(email)).find((one) => mayEnter(one, arrival.audience))
    return (await this.devices.isKnown(who ?? null, device)) ? `${email} at ${device.toString('hex')}` : email
  }

  /** By a passkey of this app alone. Which answers are wrong, and why, is said to nobody. (ID21) */
  async proveByPasskey(answer: PasskeyAnswer, arrival: Arrival, note: Note): Promise<Proved> {
    const wait = await this.throttle.attempt(`passkey ${answer.id}`, arrival.address)
    if (wait !== null) throw new Refused('too-fast', wait)
    const row = await this.factors.passkeys.answered(arrival.audience, answer)
    if (!row || !mayEnter(row, arrival.audience)) throw new Refused('wrong-credentials')
    await this.throttle.succeeded(`passkey ${answer.id}`, arrival.address)
    const { person_id, clinic_id, roles, is_client } = row
    const factors = { password_hash: null, has_code: false, has_passkey: true }
    const who = { person_id, clinic_id, roles, is_client, ...factors }
    await note(who, { outcome: 'done' })
    return { who, isFresh: true }
  }
}

/** Writes a try down: who it was about, if anybody, and how it ended. */
export type Note = (who: Credentials | undefined, end: Pick<Deed, 'outcome' | 'code'>) => Promise<void>

/** A try at an account that does not exist is of no clinic. (AU1) */
export function noteOf(trail: AuditTrail, { audience, address }: Arrival, request: string | null): Note {
  return async (who, end) => {
    if (!who) return
    const doer = { clinic: who.clinic_id, person: who.person_id, roles: who.roles, audience }
    await trail.note(doer, { action: 'sign-in', ...end }, { address, request })
  }
}

/** What is still missing, said only to somebody whose password was right. (ID25) */
function refusalOfFactor(who: Credentials, code: string | null) {
  if (who.has_code) return code === null ? 'second-factor-needed' : null
  return who.has_passkey && who.roles.length > 0 ? 'passkey-needed' : null
}
