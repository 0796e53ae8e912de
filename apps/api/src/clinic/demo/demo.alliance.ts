import type { Actor } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { isRefusal, type Refusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { AllianceService } from '../../alliance/alliance.service.js'
import { CheckInService } from '../../alliance/check-in.service.js'
import { SessionService } from '../../session/session.service.js'
import { ALLIANCE_STORIES } from './alliance-story.js'
import { demoActor } from './demo.actor.js'
import { DemoRepository } from './demo.repository.js'
import type { ToldStories } from './demo.supervision.js'
import { timeOf } from './story.js'

type AllianceStory = (typeof ALLIANCE_STORIES)[number]
const MINUTE = 60_000
const MINUTES = 50

/** Has sessions held, clients say how they were, and a practitioner mend what dipped; each by its service's own door. */
@Injectable()
export class DemoAlliance {
  constructor(
    private readonly sessions: SessionService,
    private readonly checkIns: CheckInService,
    private readonly alliance: AllianceService,
    private readonly repository: DemoRepository,
  ) {}

  async tell(told: ToldStories): Promise<void> {
    for (const story of ALLIANCE_STORIES) {
      const held: SessionId[] = []
      for (const one of story.sessions) held.push(await this.hold(told, story, one))
      await this.mend(told, story, held)
    }
  }

  private async hold(
    told: ToldStories,
    story: AllianceStory,
    { daysAgo, said }: AllianceStory['sessions'][number],
  ): Promise<SessionId> {
    const { clinic, people, clock, now } = told
    const practitioner = demoActor(story.practitioner, clinic, people)
    const begins = timeOf({ days: daysAgo, time: story.time }, now)
    clock.startAt(begins - 2 * 24 * 60 * MINUTE)
    const wish = { kind: 'work', place: story.place, scheduledFor: begins, minutes: MINUTES } as const
    const { session } = must(
      await this.sessions.schedule(practitioner, { ...wish, caseId: caseOf(told, story) }),
    )
    const ended = begins + MINUTES * MINUTE
    await this.repository.held(clinic, practitioner.person, session, begins, ended)
    clock.startAt(ended)
    if (!said) return session
    clock.wait(20 * MINUTE)
    const client: Actor = demoActor(story.client, clinic, people)
    const { answers, words = null, shownTo = 'after-talk' } = said
    const [goals = null, tasks = null, bond = null, heard = null] = answers ?? []
    const given = answers && { ratings: { goals, tasks, bond, heard }, words }
    must(await this.checkIns.write(client, session, { after: 0, shownTo, answers: given }))
    return session
  }

  private async mend(told: ToldStories, story: AllianceStory, held: readonly SessionId[]): Promise<void> {
    const { clinic, people, clock, now } = told
    const practitioner = demoActor(story.practitioner, clinic, people)
    for (const [index, { daysAgo, session: number, step, words }] of story.repairs.entries()) {
      const session = held[number - 1]
      if (!session) throw new Error(`${story.client} has no session ${number}`)
      clock.startAt(timeOf({ days: daysAgo, time: '10:10' }, now) + index * MINUTE)
      const body = { client: people[story.client], session, step, words }
      must(await this.alliance.record(practitioner, caseOf(told, story), body))
    }
  }
}

function caseOf({ cases }: ToldStories, { client }: AllianceStory) {
  const found = cases.find((one) => one.client === client)
  if (!found) throw new Error(`${client} has no case`)
  return found.caseId
}

function must<Done>(answer: Done | Refusal): Done {
  if (isRefusal(answer)) throw new Error(`the demo's sessions were refused: ${answer.refused}`)
  return answer
}
