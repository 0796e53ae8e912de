import type { Actor } from '@accord/domain/access/subject'
import type { ClinicId, LogId } from '@accord/domain/ids'
import { everybodyAsked, retentionOf } from '@accord/domain/privacy/kept-case'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { AskedCase } from './asked-cases.repository.js'
import { DueErasures } from './due-erasures.service.js'
import { RequestBook } from './request-book.js'
import { askersOf, type Known } from './request-lines.js'
import { addFate, turnFates, type StoredRequest } from './request.repository.js'
import { Restrictions } from './restrictions.js'

/** Does what was granted to the cases that it is about. (DR23, DR24, DR30) */
@Injectable()
export class GrantedRequests {
  constructor(
    private readonly book: RequestBook,
    private readonly restrictions: Restrictions,
    private readonly due: DueErasures,
  ) {}

  /** What nothing keeps any more is gone before the answer is. (DR24) */
  async finish(clinic: ClinicId): Promise<void> {
    await this.due.eraseIn(clinic)
  }

  /** @returns the logs whose rooms have to ask again who may what */
  async follow(
    manager: EntityManager,
    { clinic, person }: Actor,
    request: StoredRequest,
  ): Promise<readonly LogId[] | Refusal> {
    if (request.kind !== 'restriction' && request.kind !== 'erasure') return []
    const { known, about } = await this.book.knownOf(manager, clinic, [request])
    // Always in one order, so that two answers never wait for each other.
    const cases = [...about(request)].sort().flatMap((caseId) => known.cases.get(caseId) ?? [])
    if (request.kind === 'erasure' && cases.some((found) => hasNoRule(found, known)))
      return refuse('no-retention-rule')
    const logs: LogId[] = []
    for (const found of cases) logs.push(...(await this.settle(manager, request, found, known)))
    await ClinicTransactions.showTo(manager, [person])
    return logs
  }

  private async settle(
    manager: EntityManager,
    request: StoredRequest,
    found: AskedCase,
    known: Known,
  ): Promise<readonly LogId[]> {
    const { caseId } = found
    const at = this.book.now()
    const fate = fateOf(request, found, known)
    await addFate(manager, known.clinic, {
      ...{ request: request.request, person: request.person, caseId, fate, since: at },
    })
    if (fate === 'shared') return []
    if (fate === 'to-erase') await turnFates(manager, caseId, { from: ['shared'], to: 'to-erase', at })
    return this.restrictions.begin(manager, known.clinic, caseId, at)
  }
}

function fateOf(request: StoredRequest, found: AskedCase, known: Known) {
  if (request.kind === 'restriction') return 'restricted'
  const asked = askersOf(found, request.person, known)
  return everybodyAsked(found.clients, asked, known.today) ? 'to-erase' : 'shared'
}

/** Nothing is promised of which nobody can say when. (DR21) */
function hasNoRule(found: AskedCase, { codes, today }: Known): boolean {
  return retentionOf(codes, found, today).kind === 'no-rule'
}
