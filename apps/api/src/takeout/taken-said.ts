import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { AddendaReading } from '../addendum/addenda-reading.js'
import { OwnRequestsService } from '../requests/own-requests.service.js'

/** What somebody said about their record: beside it, and to the practice. (TO2) */
@Injectable()
export class TakenSaid {
  constructor(
    private readonly addenda: AddendaReading,
    private readonly asked: OwnRequestsService,
  ) {}

  async of(actor: Actor, caseId: CaseId): Promise<Pick<TakenCase, 'addenda' | 'requests'>> {
    const addenda = await this.addenda.ofCase(actor, caseId)
    const { requests } = await this.asked.list(actor)
    // Theirs about this case, and about everything. (DR10)
    const here = requests.filter((one) => one.caseId === null || one.caseId === caseId)
    return { addenda, requests: here }
  }
}
