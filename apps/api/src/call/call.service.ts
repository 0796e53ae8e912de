import type { Actor } from '@accord/domain/access/subject'
import type { CallBody, CallLinks } from '@accord/domain/rest/call'
import { Injectable } from '@nestjs/common'
import { CallRepository } from './call.repository.js'

/** Where remote sessions meet: the clinic's own place, and a practitioner's. */
@Injectable()
export class CallService {
  constructor(private readonly calls: CallRepository) {}

  async read({ clinic, person }: Actor): Promise<CallLinks> {
    const links = await this.calls.of(clinic, [person])
    return { clinic: links.get(null) ?? null, own: links.get(person) ?? null }
  }

  /** @param whose the clinic's, or the asker's own */
  async set(actor: Actor, whose: 'clinic' | 'own', { link }: CallBody): Promise<CallLinks> {
    await this.calls.set(actor, whose === 'own' ? actor.person : null, link)
    return this.read(actor)
  }
}
