import type { Action } from '@accord/domain/access/action'
import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Client, ClientBody } from '@accord/domain/rest/people'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { ClientRepository } from './client.repository.js'
import { DeathRepository } from './death.repository.js'
import { orTaken } from './taken-email.js'

/** A client's particulars. (CL5) */
@Injectable()
export class ClientService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: ClientRepository,
    private readonly deaths: DeathRepository,
  ) {}

  /** For those who administer the clinic, as the guard has asked. */
  async add(actor: Actor, client: ClientBody): Promise<Client | Refusal> {
    const now = this.clock.now()
    const id = newUuid(now) as PersonId
    await orTaken(this.repository.add(actor.clinic, [{ id, client, at: new Date(now) }]))
    return this.found(actor, id)
  }

  async read(actor: Actor, id: PersonId): Promise<Client | Refusal> {
    return (await this.refusal(actor, 'client.read', id)) ?? (await this.found(actor, id))
  }

  async change(actor: Actor, id: PersonId, client: ClientBody): Promise<Client | Refusal> {
    const no = await this.refusal(actor, 'client.write', id)
    if (no) return no
    const found = await this.found(actor, id)
    if ('refused' in found) return found
    await orTaken(this.repository.change(actor.clinic, id, client))
    return this.found(actor, id)
  }

  /** For those who keep their particulars. (CL5) */
  async refusal(actor: Actor, action: Action, id: PersonId): Promise<Refusal | null> {
    if (!isUuid(id)) return refuse('not-found')
    const { clinic } = actor
    const practitioners = await this.repository.practitionersOf(clinic, id)
    return refusalOf(actor, action, { kind: 'client', facts: { clinic, practitioners } })
  }

  private async found({ clinic }: Actor, id: PersonId): Promise<Client | Refusal> {
    const found = await this.repository.one(clinic, id, new Date(this.clock.now()))
    return found ? { ...found, death: await this.deaths.of(clinic, id) } : refuse('not-found')
  }
}
