import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { DeathRepository } from '../people/death.repository.js'
import { OwnRequestsService } from '../requests/own-requests.service.js'

type Desk = Pick<TakenCase, 'requests' | 'deaths'>

/** What the practice's office keeps: what was asked about a case, and that a client died. (DR10, CL21) */
@Injectable()
export class TakenDesk {
  constructor(
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
      requests: requests.filter(({ caseId }) => caseId === null || caseId === of),
      deaths: deaths.flat(),
    }
  }
}
