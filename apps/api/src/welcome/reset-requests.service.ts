import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common'
import { LOGGER, type Logger } from '../http/logging.js'
import { Refused } from '../http/refused.js'
import type { Arrival } from '../identity/arrival.js'
import { mayEnter } from '../identity/may-enter.js'
import { SignInRepository } from '../identity/sign-in.repository.js'
import { SignInThrottle } from '../identity/sign-in.throttle.js'
import { InvitationService } from './invitation.service.js'

/** Whoever asks for a new way to sign in gets one answer in one time, whether the address is known or not. (ID19, ID5) */
@Injectable()
export class ResetRequests implements OnModuleDestroy {
  private readonly underWay = new Set<Promise<void>>()

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly people: SignInRepository,
    private readonly throttle: SignInThrottle,
    private readonly invitations: InvitationService,
  ) {}

  /** Answers before anything is looked up: what is done for a known address cannot be told by the time it takes. */
  async ask(address: string, arrival: Arrival): Promise<void> {
    const email = address.trim().toLowerCase()
    // Counted apart from sign-ins, so that asking keeps nobody from signing in.
    const wait = await this.throttle.attempt(`reset ${email}`, arrival.address)
    if (wait !== null) throw new Refused('too-fast', wait)
    const work = this.send(email, arrival).catch((error: unknown) => {
      this.logger.error({
        event: 'bug',
        where: 'reset',
        name: error instanceof Error ? error.name : 'unknown',
      })
    })
    this.underWay.add(work)
    void work.finally(() => this.underWay.delete(work))
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay)
  }

  private async send(email: string, { audience }: Arrival): Promise<void> {
    const found = await this.people.credentials(email)
    const who = found.find((one) => mayEnter(one, audience))
    if (who) await this.invitations.sendReset(who.clinic_id, who.person_id, who.has_code)
  }
}
