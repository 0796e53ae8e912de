import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ReadingDays, ReadingDaysBody } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { ReadingDaysRepository } from './reading-days.repository.js'

/** What a clinic promises its clients for the time after the work. (EN10, EN11) */
@Injectable()
export class ReadingDaysService {
  constructor(
    private readonly repository: ReadingDaysRepository,
    private readonly clock: Clock,
  ) {}

  async read({ clinic }: Actor): Promise<ReadingDays> {
    return this.repository.latest(clinic)
  }

  async write(actor: Actor, { after, days }: ReadingDaysBody): Promise<ReadingDays | Refusal> {
    const present = await this.read(actor)
    if (present.version !== after) return refuse('words-changed')
    const won = await this.repository.add(actor, { version: after + 1, days, at: this.clock.now() })
    return won ? this.read(actor) : refuse('words-changed')
  }
}
