import type { Actor } from '@accord/domain/access/subject'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import type { SeatAtNote } from './note-seats.js'

/** That one of the practice's people read what another wrote, for the case's list of looks. (AC10, NO14) */
@Injectable()
export class NoteLooks {
  constructor(private readonly events: AccessEventRepository) {}

  /** Before anything is shown: if it can't be written, nothing is. (AC8) */
  async reads(actor: Actor, { row, stored, relation }: SeatAtNote): Promise<void> {
    if (row.author === actor.person) return
    const { clinic, person } = actor
    const viewing = { clinic, person, relation, caseId: stored.caseId, log: stored.plan, connection: null }
    await this.events.noteRead(viewing, stored.session)
  }
}
