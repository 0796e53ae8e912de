import { hkdfSync } from 'node:crypto'
import type { Audience } from '@accord/domain/access/subject'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { NewPasskeyBody, PasskeyAnswer, PasskeyOptions } from '@accord/domain/rest/passkey'
import { Inject, Injectable } from '@nestjs/common'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { addressOf } from '../config/origins.js'
import { houseKey } from '../history/house-key.js'
import { newUuid } from '../history/new-uuid.js'
import { isOwnChallenge, markOf, newChallenge } from './challenge.js'
import { PasskeyRepository, type NewPasskey, type PasskeyRow } from './passkey.repository.js'

/** Whose passkey it will be, and at which app. */
export interface PasskeyOwner {
  readonly clinic: ClinicId
  readonly clinicName: string
  readonly person: PersonId
  readonly name: string
  readonly email: string
  readonly audience: Audience
}

const BRAND = 'Accord'

/** Makes and checks passkeys. Whoever may come in with one is somebody else's question. (ID20–ID23) */
@Injectable()
export class PasskeyService {
  private readonly key: Buffer

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly repository: PasskeyRepository,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', houseKey(config.dataDir), '', 'accord/challenge/1', 32))
  }

  /** What the person's browser is asked for a new one. */
  async askForNew({ clinic, person, name, email, audience }: PasskeyOwner): Promise<PasskeyOptions> {
    const has = await this.repository.ofPerson(clinic, person)
    const options = await generateRegistrationOptions({
      rpName: BRAND,
      rpID: this.hostOf(audience),
      userName: email,
      userDisplayName: name,
      userID: new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex')),
      challenge: new Uint8Array(newChallenge(this.key, this.clock.now())),
      attestationType: 'none',
      excludeCredentials: has
        .filter((one) => one.audience === audience)
        .map(({ credential_id }) => ({ id: credential_id.toString('base64url') })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    return { options }
  }

  /** One that the device has just made, ready to be kept; null when it does not answer our question. */
  async made(owner: PasskeyOwner, body: NewPasskeyBody, device: string): Promise<NewPasskey | null> {
    const { id, clientDataJSON, attestationObject, transports } = body
    const heard: Buffer[] = []
    const verified = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      ...this.expected(owner.audience, heard),
    }).catch(() => null)
    if (!verified?.verified || !heard[0]) return null
    const { credential } = verified.registrationInfo
    const { clinic, person, audience } = owner
    const now = this.clock.now()
    return {
      ...{ id: newUuid(now), clinic, person, audience, transports, device, at: new Date(now) },
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      mark: markOf(heard[0]),
    }
  }

  /** @param person whose passkeys alone will do; anybody's when nobody is known yet */
  async ask(audience: Audience, of: Pick<PasskeyOwner, 'clinic' | 'person'> | null): Promise<PasskeyOptions> {
    const theirs = of ? await this.repository.ofPerson(of.clinic, of.person) : []
    const options = await generateAuthenticationOptions({
      rpID: this.hostOf(audience),
      challenge: new Uint8Array(newChallenge(this.key, this.clock.now())),
      allowCredentials: theirs
        .filter((one) => one.audience === audience)
        .map(({ credential_id }) => ({ id: credential_id.toString('base64url') })),
      userVerification: 'required',
    })
    return { options }
  }

  /** Whose device answered, once; null for anything that is not a right answer at this app. */
  async answered(audience: Audience, answer: PasskeyAnswer): Promise<PasskeyRow | null> {
    const { id, clientDataJSON, authenticatorData, signature } = answer
    const row = await this.repository.find(Buffer.from(id, 'base64url'))
    if (row?.audience !== audience) return null
    const heard: Buffer[] = []
    const verified = await verifyAuthenticationResponse({
      response: {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON, authenticatorData, signature },
      },
      ...this.expected(audience, heard),
      credential: { id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) },
    }).catch(() => null)
    if (!verified?.verified || !heard[0]) return null
    const { newCounter } = verified.authenticationInfo
    const isFirst = await this.repository.used(row, newCounter, markOf(heard[0]), new Date(this.clock.now()))
    return isFirst ? row : null
  }

  private expected(audience: Audience, heard: Buffer[]) {
    return {
      expectedOrigin: [...this.config.origins[audience]],
      expectedRPID: this.hostOf(audience),
      requireUserVerification: true,
      expectedChallenge: (said: string) => {
        const challenge = Buffer.from(said, 'base64url')
        heard.push(challenge)
        return isOwnChallenge(this.key, challenge, this.clock.now())
      },
    }
  }

  private hostOf(audience: Audience): string {
    return new URL(addressOf(this.config.origins, audience)).hostname
  }
}
