import type { StaffRole } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { passwordTrouble } from '@accord/domain/people/password'
import type { SetUpBody } from '@accord/domain/rest/set-up'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { Refused } from '../http/refused.js'
import { LinkThrottle } from '../identity/link.throttle.js'
import { isGuessable } from '../identity/guessable.js'
import { Passwords } from '../identity/passwords.js'
import type { Credentials } from '../identity/sign-in.repository.js'
import { newToken, tokenHash } from '../identity/token.js'
import { SetUpRepository } from './set-up.repository.js'

/** A link is good for a day. (CL1) */
export const LINK_LASTS_MS = 24 * 60 * 60_000

/** Begins a clinic, once, for whoever holds the link that was printed at start. (CL1–CL3) */
@Injectable()
export class SetUpService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: SetUpRepository,
    private readonly passwords: Passwords,
    private readonly throttle: LinkThrottle,
  ) {}

  /** Makes the one-time link's token; what was made before is worth nothing from now on. (CL1) */
  async newToken(): Promise<string> {
    const token = newToken()
    const now = this.clock.now()
    await this.repository.add({
      id: newUuid(now),
      tokenHash: hashOf(token),
      at: new Date(now),
      expiresAt: new Date(now + LINK_LASTS_MS),
    })
    return token
  }

  /** Refuses unless the link is good. Burns nothing. */
  async look(token: string, address: string): Promise<void> {
    await this.throttle.attempt(address)
    const isGood = await this.repository.isGood(hashOf(token), new Date(this.clock.now()))
    if (!isGood) throw new Refused('link-spent')
    await this.throttle.succeeded(address)
  }

  /** Makes the clinic and its administrator. */
  async setUp({ token, administrator, clinic: settings }: SetUpBody, address: string): Promise<Credentials> {
    await this.look(token, address)
    const { name, email, password, practises } = administrator
    const isWeak =
      passwordTrouble(password, administrator) ?? isGuessable(password, [name, email, settings.name])
    if (isWeak) throw new Refused('weak-password')
    const passwordHash = await this.passwords.hash(password)
    const now = this.clock.now()
    const [clinic, id] = [newUuid(now) as ClinicId, newUuid(now) as PersonId]
    const roles: StaffRole[] = practises ? ['administrator', 'practitioner'] : ['administrator']
    const person = { id, name, email, roles, passwordHash }
    const founding = { clinic, settings, administrator: person, at: new Date(now) }
    if (!(await this.repository.found(hashOf(token), founding))) throw new Refused('link-spent')
    return {
      person_id: id,
      password_hash: passwordHash,
      clinic_id: clinic,
      roles,
      is_client: false,
      ...NO_FACTORS,
    }
  }
}

const NO_FACTORS = { has_code: false, has_passkey: false }

function hashOf(token: string): Buffer {
  const hash = tokenHash(token)
  if (!hash) throw new Refused('link-spent')
  return hash
}
