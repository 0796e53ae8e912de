import type { ProveBody } from '@accord/domain/rest/welcome'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../config/clock.js'
import { Refused } from '../http/refused.js'
import type { Arrival } from '../identity/arrival.js'
import { LinkThrottle } from '../identity/link.throttle.js'
import { tokenHash } from '../identity/token.js'
import { ProofService } from './proof.service.js'
import { WelcomeRepository, type GoodLink } from './welcome.repository.js'

/** Where a link is shown: whether it is good, and whether its holder is its person. (ID17, ID18, CL3) */
@Injectable()
export class LinkDoor {
  constructor(
    private readonly clock: Clock,
    private readonly repository: WelcomeRepository,
    private readonly throttle: LinkThrottle,
    private readonly proofs: ProofService,
  ) {}

  /** The link, while it is good at this app. One that is used, old, replaced or never was gets one answer. */
  async good(token: string, { audience, address }: Arrival): Promise<GoodLink> {
    await this.throttle.attempt(address)
    const hash = tokenHash(token)
    const found = hash && (await this.repository.good(hash, this.now()))
    if (found?.audience !== audience) throw new Refused('link-spent')
    await this.throttle.succeeded(address)
    return found
  }

  async proven({ token, proof }: ProveBody, arrival: Arrival): Promise<GoodLink> {
    const link = await this.good(token, arrival)
    if (await this.proofs.isRight(link, proof)) return link
    await this.repository.wrong(link, this.now())
    throw new Refused('wrong-proof')
  }

  async use(
    hash: Buffer,
    give: (manager: EntityManager, now: Date) => Promise<boolean>,
  ): Promise<GoodLink | null> {
    const now = this.now()
    return this.repository.use(hash, now, (manager) => give(manager, now))
  }

  private now(): Date {
    return new Date(this.clock.now())
  }
}
