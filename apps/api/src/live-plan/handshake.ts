import type { IncomingMessage } from 'node:http'
import { Inject, Injectable } from '@nestjs/common'
import type { SignedIn } from '../access/signed-in.js'
import { CONFIG, type Config } from '../config/config.js'
import { audienceOf } from '../http/audience.js'
import { isOwnHost, isOwnOrigin } from '../http/origin.js'
import { SignInService } from '../identity/sign-in.service.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'

/** Why a socket is not opened, as an HTTP status. */
export type NoEntry = 401 | 403 | 429

/**
 * Decides on a socket before it is one: own host, exact origin, a valid cookie of this app, not too many already.
 * A WebSocket handshake is not guarded by CORS, so a missing Origin is refused too. (ID7)
 */
@Injectable()
export class Handshake {
  private readonly signedIns = new WeakMap<IncomingMessage, SignedIn>()
  private readonly perPerson = new Map<string, number>()
  private readonly perAddress = new Map<string, number>()

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    private readonly signIns: SignInService,
  ) {}

  /** Null when the socket may be opened. */
  async refusal(request: IncomingMessage): Promise<NoEntry | null> {
    const { origins } = this.config
    if (!isOwnHost(request, origins) || !isOwnOrigin(request, origins)) return 403
    if (this.isFull(request)) return 429
    const signedIn = await this.signedInNow(request)
    if (!signedIn) return 401
    if (this.isFull(request) || this.isFullFor(signedIn)) return 429
    this.signedIns.set(request, signedIn)
    this.count(request, signedIn)
    return null
  }

  /** Who opened a socket; null for a request that was never let in. */
  signedIn(request: IncomingMessage): SignedIn | null {
    return this.signedIns.get(request) ?? null
  }

  /** Looks the sign-in up again: it may have ended in another process. */
  async signedInNow(request: IncomingMessage): Promise<SignedIn | null> {
    const signedIn = await this.signIns.actorFromCookies(request.headers.cookie, audienceOf(request))
    return signedIn?.mustEnrol ? null : signedIn
  }

  private isFull(request: IncomingMessage): boolean {
    return (this.perAddress.get(this.addressOf(request)) ?? 0) >= this.limits.socketsPerAddress
  }

  private isFullFor({ actor }: SignedIn): boolean {
    return (this.perPerson.get(actor.person) ?? 0) >= this.limits.socketsPerPerson
  }

  /** Counts from here on and for as long as the connection lasts, whatever is said on it, or never said. (FT8) */
  private count(request: IncomingMessage, { actor }: SignedIn): void {
    const address = this.addressOf(request)
    const by = (one: 1 | -1) => {
      change(this.perAddress, address, one)
      change(this.perPerson, actor.person, one)
    }
    by(1)
    if (request.socket.destroyed) by(-1)
    else request.socket.once('close', () => by(-1))
  }

  /** The client's address; a proxy's word on it is believed as far as proxies are configured. */
  addressOf(request: IncomingMessage): string {
    const { trustedProxies } = this.config
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    const told = trustedProxies > 0 ? forwarded.split(',').at(-trustedProxies)?.trim() : ''
    return told || (request.socket.remoteAddress ?? '')
  }
}

function change(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
