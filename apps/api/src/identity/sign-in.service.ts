import { randomBytes } from 'node:crypto'
import type { Actor, Audience } from '@accord/domain/access/subject'
import { uuidV7, type ClinicId, type PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Self } from '@accord/domain/rest/self'
import { Inject, Injectable } from '@nestjs/common'
import { Subject, type Observable } from 'rxjs'
import type { SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import type { Arrival } from './arrival.js'
import { cookieFrom, cookieName } from './cookie.js'
import { deviceOf } from './device-name.js'
import {
  SignInRepository,
  type Credentials,
  type OpenSignInRow,
  type SignInRow,
} from './sign-in.repository.js'
import { newToken, tokenHash } from './token.js'

/** A new sign-in and the token that the browser gets; the database never holds it. */
export interface FreshSignIn {
  readonly signedIn: Pick<SignedIn, 'actor' | 'signInId'>
  readonly token: string
}

/** Signs of life are written down once a minute at most. */
const SEEN_EVERY_MS = 60_000

/** Who is signed in, from when until when. (ID2, ID3, ID4) */
@Injectable()
export class SignInService {
  private readonly ends = new Subject<string>()
  /** The ids of sign-ins that end in this process, for whoever holds a socket of theirs. */
  readonly ended: Observable<string> = this.ends.asObservable()

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly repository: SignInRepository,
  ) {}

  /** Makes a new token for somebody who proved who they are. (ID4) */
  async begin(who: Credentials, arrival: Arrival, isFresh: boolean): Promise<FreshSignIn> {
    const now = this.clock.now()
    const token = newToken()
    const hash = tokenHash(token)
    if (!hash) throw new Error('a token of our own making has the wrong shape')
    const { clinic_id: clinic, person_id: person, roles } = who
    const id = uuidV7(now, randomBytes(10))
    const expiresAt = new Date(now + this.config.limits.absoluteMs)
    const { audience, address } = arrival
    const at = new Date(now)
    const whence = { device: deviceOf(arrival.agent), address, freshAt: isFresh ? at : null }
    await this.repository.add({ id, clinic, person, audience, tokenHash: hash, at, expiresAt, ...whence })
    return { signedIn: { actor: { person, clinic, audience, roles }, signInId: id }, token }
  }

  /** Who sent these cookies to this app, if they are still signed in. Any other app's token is worth nothing here. (AC6) */
  async actorFromCookies(cookieHeader: string | undefined, audience: Audience): Promise<SignedIn | null> {
    const row = await this.rowFromCookies(cookieHeader, audience)
    return row && this.isLive(row) ? this.signedInOf(row) : null
  }

  /** Notes a sign of life; an open live plan counts as one. (ID3) */
  async touch({ actor, signInId }: Pick<SignedIn, 'actor' | 'signInId'>): Promise<void> {
    const now = this.clock.now()
    const last = this.lastSeen.get(signInId)
    if (last !== undefined && now - last < SEEN_EVERY_MS) return
    this.remember(signInId, now)
    await this.repository.seen(actor.clinic, signInId, new Date(now))
  }

  /** Ends the sign-in, here and for the database, wherever its token has gone. */
  async end({ actor, signInId }: Pick<SignedIn, 'actor' | 'signInId'>): Promise<void> {
    await this.repository.end(actor.clinic, signInId, new Date(this.clock.now()))
    this.ends.next(signInId)
  }

  /** Ends every sign-in of somebody, wherever they are: their account was disabled or given another password. (CL6) */
  async endAllOf(clinic: ClinicId, person: PersonId): Promise<void> {
    const ended = await this.repository.endAll(clinic, person, new Date(this.clock.now()))
    for (const signInId of ended) this.ends.next(signInId)
  }

  /** Notes that whoever holds the device has proved once more who they are. (ID33) */
  async refresh({ actor, signInId }: Pick<SignedIn, 'actor' | 'signInId'>): Promise<void> {
    await this.repository.refresh(actor.clinic, signInId, new Date(this.clock.now()))
  }

  /** Where somebody is signed in now. */
  async ofPerson(actor: Actor): Promise<readonly OpenSignInRow[]> {
    const now = this.clock.now()
    const rows = await this.repository.open(actor.clinic, actor.person, new Date(now))
    return rows.filter((row) => now < row.seen_at.getTime() + this.config.limits.idleMs[row.audience])
  }

  /** Ends one of their own, or all but the one that asks. False when there is none. (ID36) */
  async endOf(actor: Actor, which: { readonly one: string } | { readonly allBut: string }): Promise<boolean> {
    const now = new Date(this.clock.now())
    const { clinic, person } = actor
    const ended =
      'one' in which
        ? await this.repository.endOne(clinic, person, which.one, now)
        : await this.repository.endOthers(clinic, person, which.allBut, now)
    for (const signInId of ended) this.ends.next(signInId)
    return ended.length > 0
  }

  /** Ends what the browser brought along when it signs in anew. (ID4) */
  async endOfCookies(cookieHeader: string | undefined, audience: Audience): Promise<void> {
    const row = await this.rowFromCookies(cookieHeader, audience)
    if (row && row.ended_at === null) await this.end(this.signedInOf(row))
  }

  async self({ actor }: Pick<SignedIn, 'actor'>): Promise<Self | Refusal> {
    const found = await this.repository.self(actor.clinic, actor.person)
    if (!found) return refuse('not-signed-in')
    const { hasFactor, ...who } = found
    const mustEnrol = this.needsFactor(actor.audience, who.clinic.demo) && !hasFactor
    return { ...who, audience: actor.audience, roles: actor.roles, mustEnrol }
  }

  /** Staff do; the demo clinic's, whose password is on its door, do not. (ID24) */
  private needsFactor(audience: Audience, isDemo: boolean): boolean {
    return this.config.limits.staffNeedFactor && !isDemo && audience === 'console'
  }

  private async rowFromCookies(header: string | undefined, audience: Audience): Promise<SignInRow | null> {
    const token = cookieFrom(header, cookieName(audience, this.config.origins))
    const hash = token === null ? null : tokenHash(token)
    const row = hash && (await this.repository.byToken(hash))
    return row?.audience === audience ? row : null
  }

  private isLive(row: SignInRow): boolean {
    const now = this.clock.now()
    if (row.ended_at !== null || now >= row.expires_at.getTime()) return false
    return now < row.seen_at.getTime() + this.config.limits.idleMs[row.audience]
  }

  private readonly lastSeen = new Map<string, number>()

  private remember(signInId: string, now: number): void {
    this.lastSeen.set(signInId, now)
    if (this.lastSeen.size < 10_000) return
    for (const [id, at] of this.lastSeen) if (now - at >= SEEN_EVERY_MS) this.lastSeen.delete(id)
  }

  private signedInOf(row: SignInRow): SignedIn {
    const { person_id: person, clinic_id: clinic, audience, roles, sign_in_id: signInId, name } = row
    const { freshMs } = this.config.limits
    const needsFactor = this.needsFactor(audience, row.demo)
    const mustEnrol = needsFactor && !row.has_factor
    const isFresh = row.demo || this.clock.now() < (row.fresh_at?.getTime() ?? 0) + freshMs
    return { actor: { person, clinic, audience, roles }, signInId, name, needsFactor, mustEnrol, isFresh }
  }
}
