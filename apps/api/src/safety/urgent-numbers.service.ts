import type { Actor } from '@accord/domain/access/subject'
import type { ClinicId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { UrgentNumbersBody, UrgentNumbersPage } from '@accord/domain/rest/safety'
import { countryOfZone, defaultNumbers } from '@accord/domain/safety/urgent-numbers'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { UrgentNumbersRepository } from './urgent-numbers.repository.js'

/** Whom to ring when it can't wait: the clinic's own list, or its country's until somebody read that over. (SA10) */
@Injectable()
export class UrgentNumbersService {
  constructor(
    private readonly repository: UrgentNumbersRepository,
    private readonly clock: Clock,
  ) {}

  async read(clinic: ClinicId): Promise<UrgentNumbersPage> {
    const row = await this.repository.latest(clinic)
    if (!row) {
      const zone = (await this.repository.timeZone(clinic)) ?? ''
      return { ...defaultNumbers(countryOfZone(zone)), changed: null }
    }
    const { country, numbers, version, name, at } = row
    return { country, numbers, version, changed: { name, at } }
  }

  async write(
    actor: Actor,
    { over, country, numbers }: UrgentNumbersBody,
  ): Promise<UrgentNumbersPage | Refusal> {
    const { clinic, person: by } = actor
    const present = await this.repository.latest(clinic)
    if ((present?.version ?? 0) !== over) return refuse('words-changed')
    const at = new Date(this.clock.now())
    const won = await this.repository.add({ clinic, version: over + 1, country, numbers, by, at })
    return won ? this.read(clinic) : refuse('words-changed')
  }
}
