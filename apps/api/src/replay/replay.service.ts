import type { SharedLog } from '@accord/domain/access/log-subject'
import type { Actor } from '@accord/domain/access/subject'
import { relationTo } from '@accord/domain/case/relation'
import { isUuid, type GoalId, type LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ReplayBegun } from '@accord/domain/rest/record'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AccessEventRepository, type Opened } from '../audit/access-event.repository.js'
import { Clock } from '../config/clock.js'

/** A replay as its requests name it. */
export interface ReplayPlace {
  readonly plan: LogId
  readonly replay: string
}

/** A replay that is open: the look under which it is, and of which log. */
export interface OpenReplay {
  readonly opened: Opened
  readonly subject: SharedLog
}

/** As long as a sign-in can last. (ID3) */
const LONGEST_MS = 12 * 3_600_000

/** Replaying a plan is a look at it: written down before anything is shown, and when it ends. (HI12, AC8) */
@Injectable()
export class ReplayService {
  constructor(
    private readonly access: AccessService,
    private readonly events: AccessEventRepository,
    private readonly clock: Clock,
  ) {}

  async begin(actor: Actor, plan: LogId, goal: GoalId | null): Promise<ReplayBegun | Refusal> {
    const subject = await this.subjectFor(actor, plan)
    if ('refused' in subject) return subject
    const relation = relationTo(subject.facts, actor.person)
    if (!relation) return refuse('not-found')
    const { clinic, person } = actor
    const viewing = { clinic, caseId: subject.facts.caseId, log: plan, person, relation, connection: null }
    const { event } = await this.events.replayOpened(viewing, goal)
    return { replay: event }
  }

  async leave(actor: Actor, plan: LogId, replay: string): Promise<Refusal | null> {
    const found = await this.openedBy(actor, { plan, replay })
    if ('refused' in found) return found
    await this.events.replayLeft(found.opened)
    return null
  }

  /** The look under which a record is read; refused where there is none, or rights have ended since. */
  async openedBy(actor: Actor, { plan, replay }: ReplayPlace): Promise<OpenReplay | Refusal> {
    const { clinic, person } = actor
    const look = { clinic, person, log: plan, event: replay }
    const since = new Date(this.clock.now() - LONGEST_MS)
    const [subject, relation] = await Promise.all([
      this.subjectFor(actor, plan),
      isUuid(plan) && isUuid(replay) ? this.events.openReplay(look, since) : null,
    ])
    if ('refused' in subject) return subject
    if (!relation) return refuse('not-found')
    const { caseId } = subject.facts
    return { opened: { ...look, caseId, relation, connection: null }, subject }
  }

  /** Logs of somebody's own are replayed without being written down, and not here. (DR4) */
  private async subjectFor(actor: Actor, plan: LogId): Promise<SharedLog | Refusal> {
    const subject = await this.access.subjectOf(actor.clinic, plan, [actor.person])
    const no = this.access.refusalInLog(actor, 'replay', subject)
    if (no || subject?.kind !== 'case') return no ?? refuse('not-found')
    return subject
  }
}
