import type { Actor } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Inject, Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { Mail } from '../mail/mail.service.js'
import type { Arrival } from './arrival.js'
import { cookieFrom, deviceCookieName, deviceCookieWith } from './cookie.js'
import { DeviceRepository } from './device.repository.js'
import type { Credentials } from './sign-in.repository.js'
import { newToken, tokenHash } from './token.js'

const NOBODY = {
  clinic_id: '00000000-0000-7000-8000-000000000000' as ClinicId,
  person_id: '00000000-0000-7000-8000-000000000000' as PersonId,
}

/** Knows a browser again, and tells its person of one that was not seen before. (ID38) */
@Injectable()
export class DeviceService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly repository: DeviceRepository,
    private readonly mail: Mail,
  ) {}

  /** What a browser shows to be known by; null where it shows nothing. */
  shown({ audience, cookies }: Arrival): Buffer | null {
    const token = cookieFrom(cookies, deviceCookieName(audience, this.config.origins))
    return token === null ? null : tokenHash(token)
  }

  /** Whether somebody signed in with it before; asked alike for nobody, so that it takes as long. */
  async isKnown(who: Pick<Credentials, 'clinic_id' | 'person_id'> | null, hash: Buffer): Promise<boolean> {
    const { clinic_id, person_id } = who ?? NOBODY
    return this.repository.isKnown(clinic_id, person_id, hash)
  }

  /** Returns the cookie by which the browser is known from now on; null where it is known already. */
  async recognise(actor: Actor, cookies: string | undefined): Promise<string | null> {
    const { clinic, person, audience } = actor
    const { origins } = this.config
    const shown = cookieFrom(cookies, deviceCookieName(audience, origins))
    const shownHash = shown === null ? null : tokenHash(shown)
    if (shownHash && (await this.repository.isKnown(clinic, person, shownHash))) return null
    // Somebody else's browser token is kept: several people may share a tablet.
    const token = shown !== null && shownHash ? shown : newToken()
    const hash = tokenHash(token)
    if (!hash) throw new Error('a token of our own making has the wrong shape')
    const device = { clinic, person, tokenHash: hash, at: new Date(this.clock.now()) }
    await this.repository.add(device, (manager) =>
      this.mail.write(manager, { clinic, person, audience, kind: 'new-device', link: null }),
    )
    return deviceCookieWith(token, audience, origins)
  }
}
