import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { People, StaffBody, StaffMember } from '@accord/domain/rest/people'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { Refused } from '../http/refused.js'
import { SignInService } from '../identity/sign-in.service.js'
import { orTaken } from './taken-email.js'
import { PeopleRepository } from './people.repository.js'

/** Who works at a clinic and who comes to it; for those who administer it, as the guard has asked. (CL4, CL6) */
@Injectable()
export class PeopleService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: PeopleRepository,
    private readonly signIns: SignInService,
  ) {}

  async list({ clinic }: Actor): Promise<People> {
    const now = new Date(this.clock.now())
    const [staff, clients] = await Promise.all([
      this.repository.staff(clinic, now),
      this.repository.clients(clinic, now),
    ])
    return { staff, clients }
  }

  async addStaff(actor: Actor, body: StaffBody): Promise<StaffMember | Refusal> {
    const now = this.clock.now()
    const id = newUuid(now) as PersonId
    await orTaken(this.repository.addStaff(actor.clinic, { id, ...body, at: new Date(now) }))
    return this.staffMember(actor, id)
  }

  async changeStaff(actor: Actor, id: PersonId, body: StaffBody): Promise<StaffMember | Refusal> {
    const found = await this.staffMember(actor, id)
    if ('refused' in found) return found
    const done = await orTaken(this.repository.changeStaff(actor.clinic, id, body))
    if (!done) throw new Refused('last-administrator')
    return this.staffMember(actor, id)
  }

  /** Whoever is disabled is out at once: their sign-ins end, and with them their sockets. (CL6) */
  async disable(actor: Actor, id: PersonId): Promise<Refusal | null> {
    if (id === actor.person) throw new Refused('own-account')
    if (!(await this.isHere(actor, id))) return refuse('not-found')
    await this.repository.disable(actor.clinic, id, new Date(this.clock.now()))
    await this.signIns.endAllOf(actor.clinic, id)
    return null
  }

  async enable(actor: Actor, id: PersonId): Promise<Refusal | null> {
    if (!(await this.isHere(actor, id))) return refuse('not-found')
    // Whoever died has no door to come in by. (CL24)
    if (await this.repository.hasDied(actor.clinic, id)) throw new Refused('disabled-person')
    await this.repository.disable(actor.clinic, id, null)
    return null
  }

  /** Out everywhere at once, as when a device was lost; the account stays as it is. (ID36) */
  async signOut(actor: Actor, id: PersonId): Promise<Refusal | null> {
    if (id === actor.person) throw new Refused('own-account')
    if (!(await this.isHere(actor, id))) return refuse('not-found')
    await this.signIns.endAllOf(actor.clinic, id)
    return null
  }

  private async isHere({ clinic }: Actor, id: PersonId): Promise<boolean> {
    return isUuid(id) && this.repository.isHere(clinic, id)
  }

  private async staffMember({ clinic }: Actor, id: PersonId): Promise<StaffMember | Refusal> {
    const now = new Date(this.clock.now())
    const found = isUuid(id) ? await this.repository.staffMember(clinic, id, now) : null
    return found ?? refuse('not-found')
  }
}
