import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { orRefused } from '../http/refused.js'
import type { Arrival, Entered } from './arrival.js'
import { cookieWith } from './cookie.js'
import { DeviceService } from './device.service.js'
import type { Credentials } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'

/** The one way in, after whatever proved who somebody is: a new sign-in, the old one ended, the device known. (ID4, ID38) */
@Injectable()
export class Entrance {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signIns: SignInService,
    private readonly devices: DeviceService,
  ) {}

  /** @param isFresh whether they proved themselves by the strongest that they have (ID33) */
  async begin(who: Credentials, arrival: Arrival, isFresh: boolean): Promise<Entered> {
    const { audience, cookies } = arrival
    await this.signIns.endOfCookies(cookies, audience)
    const { signedIn, token } = await this.signIns.begin(who, arrival, isFresh)
    const device = await this.devices.recognise(signedIn.actor, cookies)
    const self = orRefused(await this.signIns.self(signedIn))
    const cookie = cookieWith(token, audience, this.config.origins)
    return { self, cookies: device === null ? [cookie] : [cookie, device] }
  }

  /** With a new way to sign in, everything begun with the old one ends. (ID19) */
  async beginAnew(who: Credentials, arrival: Arrival): Promise<Entered> {
    await this.signIns.endAllOf(who.clinic_id, who.person_id)
    return this.begin(who, arrival, true)
  }
}
