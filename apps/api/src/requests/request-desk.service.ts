import type { Actor } from '@accord/domain/access/subject'
import { isUuid } from '@accord/domain/ids'
import { dueAt, isWaiting, mayExtend } from '@accord/domain/privacy/request'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { AnswerBody, RequestDesk, WaitingRequests } from '@accord/domain/rest/requests'
import { Injectable } from '@nestjs/common'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import { GrantedRequests } from './granted-requests.js'
import { RequestBook } from './request-book.js'
import { RequestLines } from './request-lines.js'
import { RequestSeal } from './request-seal.js'
import {
  extendRequest,
  lockedRequest,
  requestsAtTheDesk,
  settleRequest,
  waitingRequests,
} from './request.repository.js'

/** What people asked about their records, for those who administer, as the guard has asked. (DR12–DR16, DR30) */
@Injectable()
export class RequestDeskService {
  constructor(
    private readonly book: RequestBook,
    private readonly lines: RequestLines,
    private readonly seal: RequestSeal,
    private readonly granted: GrantedRequests,
    private readonly plans: LivePlanService,
  ) {}

  async list({ clinic, person }: Actor): Promise<RequestDesk> {
    return this.book.within(clinic, person, async (manager) => {
      const stored = await requestsAtTheDesk(manager, clinic)
      const { known, about } = await this.book.knownOf(manager, clinic, stored)
      const requests = stored.map((request) => this.lines.atTheDesk(request, about(request), known))
      return { at: this.book.now(), requests }
    })
  }

  /** No word of any: how many wait, and how many too long. (DR18) */
  async count({ clinic, person }: Actor): Promise<WaitingRequests> {
    return this.book.within(clinic, person, (manager) => waitingRequests(manager, clinic, this.book.now()))
  }

  /** Two months more, once, said within the first, with a reason that the person reads. (DR12) */
  async extend(actor: Actor, request: string, reason: string): Promise<RequestDesk | Refusal> {
    const { clinic, person } = actor
    if (!isUuid(request)) return refuse('not-found')
    const no = await this.book.within(clinic, person, async (manager) => {
      const found = await lockedRequest(manager, clinic, request)
      if (!found) return refuse('not-found')
      const at = this.book.now()
      if (!mayExtend(found.state, found.receivedAt, at)) return refuse('already-exists')
      const why = this.seal.seal(clinic, `extension ${request}`, reason)
      await extendRequest(manager, request, { person, at, due: dueAt(found.receivedAt, true), why })
      await this.book.tell(manager, clinic, 'request-answered', [found.person])
      return null
    })
    return no ?? this.list(actor)
  }

  /** Once. What is granted is done in the same transaction; then everybody who has a plan open is asked who they are. (DR13, DR30) */
  async answer(
    actor: Actor,
    request: string,
    { outcome, words }: AnswerBody,
  ): Promise<RequestDesk | Refusal> {
    const { clinic, person } = actor
    if (!isUuid(request)) return refuse('not-found')
    const done = await this.book.within(clinic, person, async (manager) => {
      const found = await lockedRequest(manager, clinic, request)
      if (!found) return refuse('not-found')
      if (!isWaiting(found.state)) return refuse('already-exists')
      const answer = this.seal.seal(clinic, `answer ${request}`, words)
      const logs = outcome === 'granted' ? await this.granted.follow(manager, actor, found) : []
      if (isRefusal(logs)) return logs
      await settleRequest(manager, request, { state: outcome, person, at: this.book.now(), answer })
      await this.book.tell(manager, clinic, 'request-answered', [found.person])
      return logs
    })
    if (isRefusal(done)) return done
    await this.plans.rightsChanged(done)
    if (outcome === 'granted') await this.granted.finish(clinic)
    return this.list(actor)
  }
}
