import { Inject, Injectable } from '@nestjs/common'
import type { Actor } from '@accord/domain/access/subject'
import type { LogSubject } from '@accord/domain/access/log-subject'
import { confidantsOf } from '@accord/domain/case/confidence'
import { relationTo, type CaseFacts } from '@accord/domain/case/relation'
import type { ConnectionId, LogId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type {
  AcceptedMessage,
  CommandMessage,
  JoinMessage,
  LookMessage,
  TextMessage,
} from '@accord/domain/sync/wire'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { placeFor, type LogPlace } from '../history/entry.repository.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { LivePlans } from './live-plans.js'
import type { Member } from './members.js'
import type { PlanRoom } from './plan-room.js'
import type { PlanSession } from './plan-session.js'
import { joinRoom } from './room-join.js'
import type { OperationAnswer } from './room-state.js'
import { TokenBucket, TokenBuckets } from './token-bucket.js'
import { Visits } from './visits.js'

/** An operation's message, of either kind. */
export type OperationMessage = TextMessage | CommandMessage

/** What people do in open plans; the one place that sockets, REST and the demo's seeder come to. */
@Injectable()
export class LivePlanService {
  private readonly operations: TokenBuckets<Actor['person']>

  constructor(
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    private readonly plans: LivePlans,
    private readonly access: AccessService,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {
    this.operations = new TokenBuckets(limits.operationsPerSecond, limits.operationBurst)
  }

  /** Opens a plan for a socket. The access event is stored before anything is shown. (AC8) */
  async join(session: PlanSession, message: JoinMessage): Promise<Refusal | null> {
    const { actor } = session
    const subject = await this.access.subjectOf(actor.clinic, message.plan, [actor.person])
    const no = this.access.refusalInLog(actor, 'read', subject)
    if (no || !subject) return no ?? refuse('not-found')
    const room = await this.plans.open(placeOf(actor, message.plan, subject))
    if (isRefusal(room)) return room
    const people = await this.access.peopleOfLog(actor.clinic, subject)
    const member = this.memberOf(session, message.plan, subject.facts)
    await this.noteOpened(session, message.plan, subject, member)
    const joined = (answer: Parameters<Parameters<typeof joinRoom>[1]['joined']>[0]) =>
      session.tell('joined', answer)
    const refused = await joinRoom(room, { message, member, people, joined }, this.plans.house)
    // Gone while we were looking: nobody is left to be in the room.
    if (session.isGone()) await this.leave(session, message.plan)
    return refused
  }

  async leave(session: PlanSession, plan: LogId): Promise<void> {
    this.plans.loaded(plan)?.members.leave(session.connection)
    const opened = session.opened.get(plan)
    session.opened.delete(plan)
    if (opened) await this.visits.end(plan, opened)
  }

  look(session: PlanSession, { plan, at }: LookMessage): void {
    if (session.opened.has(plan)) this.plans.loaded(plan)?.look(session.connection, at)
  }

  /** Takes an operation in; the answer comes when it is stored or refused. */
  operate(
    actor: Actor,
    connection: ConnectionId | null,
    message: OperationMessage,
    answer: (answer: OperationAnswer) => void,
  ): void | Promise<void> {
    if (!this.operations.take(actor.person, this.clock.now())) {
      answer({ kind: 'refused', code: 'too-fast' })
      return
    }
    const ask = (room: PlanRoom) => {
      const { clientId, op } = message
      room.receive({ actor, connection, clientId, op, operation: operationOf(message), answer })
    }
    const room = this.plans.loaded(message.plan)
    if (room) ask(room)
    else return this.openAndAsk(actor, message.plan, ask, answer)
  }

  /** The same for whoever waits for the answer. */
  async submit(actor: Actor, message: OperationMessage): Promise<AcceptedMessage | Refusal> {
    return new Promise((resolve, reject) => {
      const answer = (given: OperationAnswer) =>
        resolve(given.kind === 'accepted' ? given.message : refuse(given.code))
      Promise.resolve(this.operate(actor, null, message, answer)).catch(reject)
    })
  }

  /** For whoever changed somebody's part in a case. Other processes find out within a round at the latest. (CL13) */
  async rightsChanged(logs: readonly LogId[]): Promise<void> {
    for (const log of logs) await this.plans.rightsChangedHere(log)
  }

  /** For whoever wrote in a log past its room: those who have it open are told now, at other processes as well. (SE5) */
  async logMoved(log: LogId): Promise<void> {
    await this.plans.rightsChangedHere(log)
  }

  /** Stores what was taken in and closes the rooms. */
  async drain(): Promise<void> {
    await this.plans.drain()
  }

  private async openAndAsk(
    actor: Actor,
    plan: LogId,
    ask: (room: PlanRoom) => void,
    answer: (answer: OperationAnswer) => void,
  ): Promise<void> {
    const subject = await this.access.subjectOf(actor.clinic, plan, [actor.person])
    const no = this.access.refusalInLog(actor, 'write', subject)
    const room =
      no || !subject ? (no ?? refuse('not-found')) : await this.plans.open(placeOf(actor, plan, subject))
    if (isRefusal(room)) answer({ kind: 'refused', code: room.refused })
    else ask(room)
  }

  /** Who opens a log of their own is written down nowhere: that would tell others that there is one. (DR4) */
  private async noteOpened(
    session: PlanSession,
    plan: LogId,
    { kind, facts }: LogSubject,
    { present }: Member,
  ): Promise<void> {
    if (session.opened.has(plan)) return
    const { connection, person, relation } = present
    const viewing = { clinic: facts.clinic, caseId: facts.caseId, log: plan, person, relation, connection }
    session.opened.set(plan, kind === 'own-log' ? null : await this.visits.begin(viewing))
  }

  private memberOf(session: PlanSession, plan: LogId, facts: CaseFacts): Member {
    const { actor, connection } = session
    const relation = relationTo(facts, actor.person)
    if (!relation) throw new Error('somebody without a relation may not read')
    return {
      actor,
      present: { connection, person: actor.person, relation, at: null },
      looks: new TokenBucket(this.limits.looksPerSecond, this.limits.looksPerSecond, this.clock.now()),
      hear: (frame) => session.send(frame),
      closed: (reason, erased) => session.end(plan, reason, erased),
    }
  }
}

/** A log as its room reads it, which is shown to all who may come in. */
function placeOf(actor: Actor, log: LogId, subject: LogSubject): LogPlace {
  const place = placeFor(actor, log, subject)
  return place.confidants ? { ...place, confidants: confidantsOf(subject.facts) } : place
}

function operationOf(message: OperationMessage) {
  return 'command' in message
    ? { kind: 'command' as const, command: message.command }
    : { kind: 'text' as const, text: message }
}
