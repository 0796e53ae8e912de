import type { Audience } from '@accord/domain/access/subject'
import type { PasskeyAnswer, PasskeyOptions } from '@accord/domain/rest/passkey'
import type { SignInBody } from '@accord/domain/rest/self'
import { Injectable } from '@nestjs/common'
import { AuditTrail } from '../audit/audit-trail.js'
import { PasskeyService } from '../passkey/passkey.service.js'
import type { Arrival, Entered } from './arrival.js'
import { Entrance } from './entrance.service.js'
import { IdentityService, noteOf } from './identity.service.js'

/** In, by what one knows or has. */
@Injectable()
export class Door {
  constructor(
    private readonly identity: IdentityService,
    private readonly entrance: Entrance,
    private readonly passkeys: PasskeyService,
    private readonly trail: AuditTrail,
  ) {}

  async signIn(body: SignInBody, arrival: Arrival, request: string | null): Promise<Entered> {
    const note = noteOf(this.trail, arrival, request)
    const { who, isFresh } = await this.identity.prove(body, arrival, note)
    return this.entrance.begin(who, arrival, isFresh)
  }

  async passkeyOptions(audience: Audience): Promise<PasskeyOptions> {
    return this.passkeys.ask(audience, null)
  }

  async signInByPasskey(body: PasskeyAnswer, arrival: Arrival, request: string | null): Promise<Entered> {
    const note = noteOf(this.trail, arrival, request)
    const { who, isFresh } = await this.identity.proveByPasskey(body, arrival, note)
    return this.entrance.begin(who, arrival, isFresh)
  }
}
