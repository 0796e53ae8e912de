import type { Actor } from '@accord/domain/access/subject'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { LivePlanService } from '../../live-plan/live-plan.service.js'
import { ConfidenceService } from '../../confidence/confidence.service.js'
import { OwnLogService } from '../../draft/own-log.service.js'
import type { LogPlace } from '../../history/entry.repository.js'
import { Channel } from '../../notify/channel.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { demoActor } from './demo.actor.js'
import { DemoDesk } from './demo.desk.js'
import { DemoSessions, sessionTurns, type SessionTurn } from './demo.sessions.js'
import { DemoReviewer, type ReviewDesk } from './demo.reviewer.js'
import type { DemoIds } from './people.js'
import type { StoryClock } from './story-clock.js'
import { StoryTeller } from './story-teller.js'
import { timeOf, type Act, type ReviewScene, type Story } from './story.js'

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

/** What is told beside a case's plan: logs of their own, and its sessions. */
@Injectable()
export class OtherLogs {
  constructor(
    readonly own: OwnLogService,
    readonly confidence: ConfidenceService,
    readonly reviews: DemoReviewer,
    readonly sessions: DemoSessions,
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
    const reviewDesk = deskOf(opened, clock, tellers)
    const practitioner = demoActor(story.practitioner ?? 'mara', clinic, people)
    const meetings = await this.others.sessions.schedule(practitioner, caseId, story.meetings ?? [], now)
    for (const turn of turnsOf(story, now)) {
      clock.goTo(timeOf(turn.at, now))
      if (turn.as === 'session') {
        const session = meetings.get(turn.meeting)
        if (session) await this.others.sessions.move(practitioner, session, turn.to)
        continue
      }
      const actor = demoActor(turn.by, clinic, people)
      if (turn.as === 'reviewer') {
        await this.others.reviews.sit(actor, turn.does, reviewDesk)
        continue
      }
      const { where, does } = turn
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
      for (const [person, upTo] of here) await this.channel.told({ clinic, person, plan }, upTo, 'list')
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

type Turn = (Act & { readonly as: 'party' }) | (ReviewScene & { readonly as: 'reviewer' }) | SessionTurn

/** What is written in a case and what is said about it, in the order of their time. */
function turnsOf({ acts, reviews = [], meetings = [] }: Story, now: number): readonly Turn[] {
  const turns: readonly Turn[] = [
    ...sessionTurns(meetings),
    ...acts.map((act) => ({ ...act, as: 'party' as const })),
    ...reviews.map((scene) => ({ ...scene, as: 'reviewer' as const })),
  ]
  return [...turns].sort((a, b) => timeOf(a.at, now) - timeOf(b.at, now))
}

function deskOf(
  { caseId, plan }: OpenedCase,
  clock: StoryClock,
  tellers: ReadonlyMap<LogId, StoryTeller>,
): ReviewDesk {
  const writtenAt: ReviewDesk['writtenAt'] = (words) => {
    const place = tellers.get(plan)?.writtenAt(words)
    if (!place) throw new Error('the story reviews what was never written')
    return place
  }
  return { caseId, plan, clock, threads: new Map(), writtenAt }
}
