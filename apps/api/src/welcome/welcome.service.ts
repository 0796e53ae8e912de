import type { Actor, Audience } from '@accord/domain/access/subject'
import { isUuid, type PersonId } from '@accord/domain/ids'
import { passwordTrouble } from '@accord/domain/people/password'
import type { Welcome, WelcomeBody } from '@accord/domain/rest/welcome'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { Refused } from '../http/refused.js'
import { LinkThrottle } from '../identity/link.throttle.js'
import { Passwords } from '../identity/passwords.js'
import type { Credentials } from '../identity/sign-in.repository.js'
import { newToken, tokenHash } from '../identity/token.js'
import { WelcomeRepository, type GoodLink } from './welcome.repository.js'

/** A link is good for a day. (CL7) */
const LINK_LASTS_MS = 24 * 60 * 60_000

/** Where somebody stands with a link: the app by whose port they came, and their address. */
export interface AtTheDoor {
  readonly audience: Audience
  readonly address: string
}

/** A first sign-in by a link that an administrator hands over. (CL7–CL9) */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: WelcomeRepository,
    private readonly passwords: Passwords,
    private readonly throttle: LinkThrottle,
  ) {}

  /** Makes a link for somebody who never signed in; the one made before is worth nothing from now on. (CL7) */
  async invite(actor: Actor, person: PersonId) {
    const invitee = isUuid(person) ? await this.repository.invitee(actor.clinic, person) : null
    if (!invitee) throw new Refused('not-found')
    if (invitee.disabled) throw new Refused('disabled-person')
    // Else administrators could sign in as somebody who sees clinical content. (CL9)
    if (invitee.hasPassword) throw new Refused('already-exists')
    const token = newToken()
    const audience: Audience = invitee.roles.length > 0 ? 'console' : 'portal'
    const now = this.clock.now()
    const expiresAt = now + LINK_LASTS_MS
    const { clinic, person: by } = actor
    const times = { at: new Date(now), expiresAt: new Date(expiresAt) }
    await this.repository.add({
      id: newUuid(now),
      clinic,
      person,
      audience,
      tokenHash: hashOf(token),
      by,
      ...times,
    })
    return { token, audience, expiresAt }
  }

  /** Whom the link is for. Burns nothing. (CL8) */
  async look(token: string, where: AtTheDoor): Promise<Welcome> {
    const { name, email, clinic } = await this.good(token, where)
    return { name, email, clinic }
  }

  /** Gives the link's person the password that they chose. */
  async welcome({ token, password }: WelcomeBody, where: AtTheDoor): Promise<Credentials> {
    const owner = await this.good(token, where)
    if (passwordTrouble(password, owner)) throw new Refused('weak-password')
    const passwordHash = await this.passwords.hash(password)
    const used = await this.repository.use(hashOf(token), passwordHash, new Date(this.clock.now()))
    if (!used) throw new Refused('link-spent')
    const { person_id, clinic_id, roles } = used
    return {
      person_id,
      clinic_id,
      roles,
      password_hash: passwordHash,
      is_client: where.audience === 'portal',
    }
  }

  private async good(token: string, { audience, address }: AtTheDoor): Promise<GoodLink> {
    await this.throttle.attempt(address)
    const found = await this.repository.good(hashOf(token), new Date(this.clock.now()))
    if (found?.audience !== audience) throw new Refused('link-spent')
    await this.throttle.succeeded(address)
    return found
  }
}

function hashOf(token: string): Buffer {
  const hash = tokenHash(token)
  if (!hash) throw new Refused('link-spent')
  return hash
}
