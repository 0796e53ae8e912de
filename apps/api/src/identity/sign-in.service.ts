import { randomBytes } from 'node:crypto'
import type { Audience } from '@accord/domain/access/subject'
import { uuidV7, type ClinicId, type PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Self } from '@accord/domain/rest/self'
import { Inject, Injectable } from '@nestjs/common'
import { Subject, type Observable } from 'rxjs'
import type { SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { cookieFrom, cookieName } from './cookie.js'
import { SignInRepository, type Credentials, type SignInRow } from './sign-in.repository.js'
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

  /** Makes a new token for somebody whose password was right. (ID4) */
  async begin(who: Credentials, audience: Audience): Promise<FreshSignIn> {
    const now = this.clock.now()
    const token = newToken()
    const hash = tokenHash(token)
    if (!hash) throw new Error('a token of our own making has the wrong shape')
    const { clinic_id: clinic, person_id: person, roles } = who
    const id = uuidV7(now, randomBytes(10))
    const expiresAt = new Date(now + this.config.limits.absoluteMs)
    await this.repository.add({ id, clinic, person, audience, tokenHash: hash, at: new Date(now), expiresAt })
    return { signedIn: { actor: { person, clinic, audience, roles }, signInId: id }, token }
  }

  /** Who sent these cookies to this app, if they are still signed in. Any other app's token is worth nothing here. (AC6) */
  async actorFromCookies(cookieHeader: string | undefined, audience: Audience): Promise<SignedIn | null> {
    const row = await this.rowFromCookies(cookieHeader, audience)
    return row && this.isLive(row) ? signedInOf(row) : null
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

  /** Ends what the browser brought along when it signs in anew. (ID4) */
  async endOfCookies(cookieHeader: string | undefined, audience: Audience): Promise<void> {
    const row = await this.rowFromCookies(cookieHeader, audience)
    if (row && row.ended_at === null) await this.end(signedInOf(row))
  }

  async self({ actor }: Pick<SignedIn, 'actor'>): Promise<Self | Refusal> {
    const found = await this.repository.self(actor.clinic, actor.person)
    return found ? { ...found, audience: actor.audience, roles: actor.roles } : refuse('not-signed-in')
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
}

function signedInOf(row: SignInRow): SignedIn {
  const { person_id: person, clinic_id: clinic, audience, roles, sign_in_id: signInId, name } = row
  return { actor: { person, clinic, audience, roles }, signInId, name }
}
