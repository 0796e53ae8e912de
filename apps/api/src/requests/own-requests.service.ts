import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type ClinicId, type PersonId } from '@accord/domain/ids'
import { dueAt, isWaiting } from '@accord/domain/privacy/request'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { OwnRequests, RequestBody } from '@accord/domain/rest/requests'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { casesOf } from './asked-cases.repository.js'
import { RequestBook } from './request-book.js'
import { RequestLines } from './request-lines.js'
import { RequestSeal } from './request-seal.js'
import { addRequest, lockedRequest, requestsOf, settleRequest } from './request.repository.js'

/** What somebody asks about their own record, for clients and guardians, as the guard has asked. (DR10–DR16) */
@Injectable()
export class OwnRequestsService {
  constructor(
    private readonly book: RequestBook,
    private readonly lines: RequestLines,
    private readonly seal: RequestSeal,
  ) {}

  async list({ clinic, person }: Actor): Promise<OwnRequests> {
    return this.book.within(clinic, person, (manager) => this.listed(manager, clinic, person))
  }

  /** The same id again is answered from what is stored: an answer may have been lost. (DR10) */
  async make({ clinic, person }: Actor, body: RequestBody): Promise<OwnRequests | Refusal> {
    const { id: request, kind, caseId, words } = body
    return this.book.within(clinic, person, async (manager) => {
      const own = await casesOf(manager, clinic, [person])
      if (caseId !== null && !own.some((one) => one.caseId === caseId)) return refuse('not-found')
      const at = this.book.now()
      const sealed = this.seal.seal(clinic, `words ${request}`, words)
      const asked = { request, clinic, person, kind, caseId, words: sealed, at, due: dueAt(at) }
      if (await addRequest(manager, asked)) {
        const people = await this.book.administrators(manager, clinic)
        await this.book.tell(manager, clinic, 'request-came', people)
      } else if ((await lockedRequest(manager, clinic, request))?.person !== person) {
        return refuse('already-exists')
      }
      return this.listed(manager, clinic, person)
    })
  }

  async withdraw({ clinic, person }: Actor, request: string): Promise<OwnRequests | Refusal> {
    if (!isUuid(request)) return refuse('not-found')
    return this.book.within(clinic, person, async (manager) => {
      const found = await lockedRequest(manager, clinic, request)
      if (found?.person !== person) return refuse('not-found')
      const no = isWaiting(found.state) ? null : refuse('already-exists')
      if (isRefusal(no)) return no
      await settleRequest(manager, request, {
        ...{ state: 'withdrawn', person, at: this.book.now(), answer: null },
      })
      return this.listed(manager, clinic, person)
    })
  }

  private async listed(manager: EntityManager, clinic: ClinicId, person: PersonId): Promise<OwnRequests> {
    const stored = await requestsOf(manager, clinic, person)
    const { known } = await this.book.knownOf(manager, clinic, [{ person, caseId: null }])
    return {
      at: this.book.now(),
      requests: stored.map((request) => this.lines.rowOf(request, known)),
      restricted: [...known.cases.values()].flatMap((found) => this.lines.restrictedOf(found, known) ?? []),
    }
  }
}
