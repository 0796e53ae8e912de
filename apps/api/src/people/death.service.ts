import type { Actor } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import { refusalOfDeath } from '@accord/domain/people/death'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { DeathBody } from '@accord/domain/rest/people'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { ClientService } from './client.service.js'
import { DeathRepository } from './death.repository.js'
import { DoorsOfTheDead } from './doors-of-the-dead.js'

/** Notes that a client died, and what ends with it: letters, sign-ins, the door. (CL23, CL24) */
@Injectable()
export class DeathService {
  constructor(
    private readonly clients: ClientService,
    private readonly deaths: DeathRepository,
    private readonly doors: DoorsOfTheDead,
    private readonly transactions: ClinicTransactions,
    private readonly clock: Clock,
  ) {}

  async note(actor: Actor, person: PersonId, body: DeathBody): Promise<Refusal | null> {
    const { clinic, person: by } = actor
    const no = await this.clients.refusal(actor, 'client.death', person)
    if (no) return no
    const at = new Date(this.clock.now())
    const refused = await this.transactions.run(
      [clinic],
      async (manager) => {
        const before = await this.deaths.before(manager, clinic, person, at)
        if (!before) return refuse('not-found')
        const wrong = refusalOfDeath(body, before)
        if (wrong) return wrong
        const { over, day, reason } = body
        // A first note needs no reason, and keeps none.
        const why = over === 0 ? null : reason
        await this.deaths.keep(manager, { clinic, person, version: over + 1, day, reason: why, by, at })
        if (day !== null) await this.doors.close(manager, clinic, person, at)
        return null
      },
      [by],
    )
    if (refused === null && body.day !== null) await this.doors.signOut(clinic, person)
    return refused
  }
}
