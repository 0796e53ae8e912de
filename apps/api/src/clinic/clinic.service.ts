import type { Audience } from '@accord/domain/access/may'
import type { ClinicGreeting, DemoPerson } from '@accord/domain/rest/self'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { addressOf, otherAudience } from '../config/origins.js'
import { ClinicRepository, type ClinicRow } from './clinic.repository.js'
import { DEMO_PASSWORD } from './demo/people.js'

/** What a clinic says to whoever stands at its door. */
@Injectable()
export class ClinicService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: ClinicRepository,
  ) {}

  async greeting(audience: Audience): Promise<ClinicGreeting | Refusal> {
    const [clinic] = await this.repository.all()
    if (!clinic) return refuse('not-found')
    const people = (await this.demoPeople(clinic)).filter((person) => appOf(person) === audience)
    return {
      name: clinic.name,
      demo: people.length > 0 ? { password: DEMO_PASSWORD, people } : null,
      otherApp: addressOf(this.config.origins, otherAudience(audience)),
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
