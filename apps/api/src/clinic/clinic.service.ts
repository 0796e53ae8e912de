import type { Audience } from '@accord/domain/access/subject'
import type { ClinicGreeting, DemoPerson } from '@accord/domain/rest/self'
import type { ClinicId } from '@accord/domain/ids'
import type { ClinicSettings } from '@accord/domain/rest/set-up'
import { DISCIPLINES } from '@accord/domain/case/discipline'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { addressOf, otherAudience } from '../config/origins.js'
import { Refused } from '../http/refused.js'
import { ClinicRepository, type ClinicRow } from './clinic.repository.js'
import { DEMO_PASSWORD } from './demo/people.js'

/** What a clinic says to whoever stands at its door. */
@Injectable()
export class ClinicService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: ClinicRepository,
  ) {}

  async greeting(audience: Audience): Promise<ClinicGreeting> {
    const [clinic] = await this.repository.all()
    if (!clinic) throw new Refused('not-set-up')
    const people = (await this.demoPeople(clinic)).filter((person) => appOf(person) === audience)
    return {
      name: clinic.name,
      demo: people.length > 0 ? { password: DEMO_PASSWORD, people } : null,
      otherApp: addressOf(this.config.origins, otherAudience(audience)),
      // The demo's outbox shows its letters' links. (ID13)
      sendsLetters: this.config.mail !== null || (this.config.demo && clinic.demo),
    }
  }

  /** How the clinic is called and works; what was never said is as it is most often. */
  async settings(clinic: ClinicId): Promise<ClinicSettings> {
    const row = await this.repository.settings(clinic)
    return {
      name: row.name,
      timeZone: row.time_zone ?? 'UTC',
      language: row.language ?? 'en',
      wordForClient: row.word_for_client ?? 'client',
      disciplines: [...(row.disciplines ?? DISCIPLINES)],
      hours: [...(row.hours ?? [])],
    }
  }

  /** Nobody, unless both the configuration and the clinic itself say that this is the demo. (ID6) */
  async demoPeople(clinic: ClinicRow): Promise<readonly DemoPerson[]> {
    return this.config.demo && clinic.demo ? this.repository.people(clinic.clinic_id) : []
  }
}

/** Which app somebody comes through. (AC6) */
export function appOf({ relation }: Pick<DemoPerson, 'relation'>): Audience {
  return relation === 'client' || relation === 'guardian' ? 'portal' : 'console'
}
