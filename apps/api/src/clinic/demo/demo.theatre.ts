import type { Actor } from '@accord/domain/access/may'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { LivePlanService } from '../../live-plan/live-plan.service.js'
import { ConfidenceService } from '../../confidence/confidence.service.js'
import { OwnLogService } from '../../draft/own-log.service.js'
import type { LogPlace } from '../../history/entry.repository.js'
import { Channel } from '../../notify/channel.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { DemoDesk, demoActor } from './demo.desk.js'
import type { DemoIds } from './people.js'
import type { StoryClock } from './story-clock.js'
import { StoryTeller } from './story-teller.js'
import { timeOf, type Story } from './story.js'

const DAY = 86_400_000

/** A case of the demo clinic, of which nothing has been told yet. */
export interface OpenedCase {
  readonly story: Story
  readonly caseId: CaseId
  readonly plan: LogId
}

interface Performance {
  readonly clinic: ClinicId
  readonly people: DemoIds
  readonly clock: StoryClock
  readonly now: number
}

/** Logs beside a case's plan. */
@Injectable()
export class OtherLogs {
  constructor(
    readonly own: OwnLogService,
    readonly confidence: ConfidenceService,
  ) {}
}

/** Has a story told through the live plan's own door. */
@Injectable()
export class DemoTheatre {
  constructor(
    private readonly live: LivePlanService,
    private readonly reader: PlanReader,
    private readonly channel: Channel,
    private readonly desk: DemoDesk,
    private readonly others: OtherLogs,
  ) {}

  async play(opened: OpenedCase, on: Performance): Promise<void> {
    const { story, caseId } = opened
    const { clinic, people, clock, now } = on
    await this.desk.tellOfCase(story, caseId, on)
    clock.startAt(now - story.openedDaysAgo * DAY)
    const tellers = new Map<LogId, StoryTeller>()
    const lastHere = new Map<LogId, Map<PersonId, number>>()
    for (const { at, by, where, does } of story.acts) {
      clock.goTo(timeOf(at, now))
      const actor = demoActor(by, clinic, people)
      const place = where ? await this.placeOf(actor, caseId, where) : { clinic, log: opened.plan }
      const teller = tellers.get(place.log) ?? this.tellerIn(place, on)
      tellers.set(place.log, teller)
      await teller.tell(actor, does)
      if (where === 'draft') continue
      const here = lastHere.get(place.log) ?? new Map<PersonId, number>()
      lastHere.set(place.log, here.set(actor.person, clock.now()))
    }
    // Whoever wrote had the log open, and has seen what stood there. (AT8)
    for (const [plan, here] of lastHere)
      for (const [person, upTo] of here) await this.channel.told({ clinic, person, plan }, upTo)
  }

  private tellerIn(place: LogPlace, { people, clock, now }: Performance): StoryTeller {
    return new StoryTeller({ live: this.live, reader: this.reader, clock, place, people, now })
  }

  /** The log as its app would open it. (DR1, CF1) */
  private async placeOf(actor: Actor, caseId: CaseId, where: 'confidential' | 'draft'): Promise<LogPlace> {
    const opened =
      where === 'draft'
        ? await this.others.own.open(actor, caseId, 'draft')
        : await this.others.confidence.open(actor, caseId)
    if (isRefusal(opened)) throw new Error(`the story was refused: ${opened.refused}`)
    const { clinic, person } = actor
    const readers = where === 'draft' ? { writer: person } : { confidants: [person] }
    return { clinic, log: opened.log, ...readers }
  }
}
