import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { LivePlanService } from '../../live-plan/live-plan.service.js'
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

/** Has a story told through the live plan's own door. */
@Injectable()
export class DemoTheatre {
  constructor(
    private readonly live: LivePlanService,
    private readonly reader: PlanReader,
    private readonly channel: Channel,
    private readonly desk: DemoDesk,
  ) {}

  async play({ story, caseId, plan }: OpenedCase, on: Performance): Promise<void> {
    const { clinic, people, clock, now } = on
    await this.desk.tellOfCase(story, caseId, on)
    clock.startAt(now - story.openedDaysAgo * DAY)
    const teller = new StoryTeller({ live: this.live, reader: this.reader, clock, clinic, plan, people, now })
    const lastHere = new Map<PersonId, number>()
    for (const { at, by, does } of story.acts) {
      clock.goTo(timeOf(at, now))
      await teller.tell(demoActor(by, clinic, people), does)
      lastHere.set(people[by], clock.now())
    }
    // Whoever wrote had the plan open, and has seen what stood there. (AT8)
    for (const [person, upTo] of lastHere) await this.channel.told({ clinic, person, plan }, upTo)
  }
}
