import type { LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository, type Opened, type Viewing } from '../audit/access-event.repository.js'
import { Clock } from '../config/clock.js'
import { Channel } from '../notify/channel.js'

/** From opening a plan to leaving it: written down at both ends, and what was there has been seen. (AC8, AT8) */
@Injectable()
export class Visits {
  constructor(
    private readonly events: AccessEventRepository,
    private readonly channel: Channel,
    private readonly clock: Clock,
  ) {}

  async begin(viewing: Viewing): Promise<Opened> {
    return this.events.opened(viewing)
  }

  async end(plan: LogId, opened: Opened): Promise<void> {
    await this.events.left(opened)
    const { clinic, person } = opened
    await this.channel.told({ clinic, person, plan }, this.clock.now(), 'plan')
  }
}
