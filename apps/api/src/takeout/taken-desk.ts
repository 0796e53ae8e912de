import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { AddendaReading } from '../addendum/addenda-reading.js'
import { DeathRepository } from '../people/death.repository.js'
import { OwnRequestsService } from '../requests/own-requests.service.js'

type Desk = Pick<TakenCase, 'addenda' | 'requests' | 'deaths'>

/** What was said of the record, beside it and to the practice, and that a client died. (TO2, DR10, CL25) */
@Injectable()
export class TakenDesk {
  constructor(
    private readonly addenda: AddendaReading,
    private readonly asked: OwnRequestsService,
    private readonly died: DeathRepository,
  ) {}

  /** Requests about this case, and about everything. */
  async of(actor: Actor, of: CaseId, people: TakenCase['people']): Promise<Desk> {
    const { requests } = await this.asked.list(actor)
    const clients = people.filter(({ relation }) => relation === 'client')
    const deaths = await Promise.all(
      clients.map(async ({ person }) => {
        const { day } = await this.died.of(actor.clinic, person)
        return day === null ? [] : [{ person, day }]
      }),
    )
    return {
      addenda: await this.addenda.ofCase(actor, of),
      requests: requests.filter(({ caseId }) => caseId === null || caseId === of),
      deaths: deaths.flat(),
    }
  }
}
