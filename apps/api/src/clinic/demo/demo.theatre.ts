import type { Actor } from '@accord/domain/access/may'
import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { LivePlanService } from '../../live-plan/live-plan.service.js'
import { Channel } from '../../notify/channel.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { rolesOf, type DemoIds, type DemoKey } from './people.js'
import type { StoryClock } from './story-clock.js'
import { StoryTeller } from './story-teller.js'
import { timeOf, type Story } from './story.js'

const DAY = 86_400_000

interface Performance {
  readonly clinic: ClinicId
  readonly plan: LogId
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
  ) {}

  async play(story: Story, { clinic, plan, people, clock, now }: Performance): Promise<void> {
    clock.startAt(now - story.openedDaysAgo * DAY)
    const teller = new StoryTeller({ live: this.live, reader: this.reader, clock, clinic, plan, people, now })
    const lastHere = new Map<PersonId, number>()
    for (const { at, by, does } of story.acts) {
      clock.goTo(timeOf(at, now))
      await teller.tell(actorOf(by, clinic, people), does)
      lastHere.set(people[by], clock.now())
    }
    // Whoever wrote had the plan open, and has seen what stood there. (AT8)
    for (const [person, upTo] of lastHere) await this.channel.told({ clinic, person, plan }, upTo)
  }
}

function actorOf(key: DemoKey, clinic: ClinicId, people: DemoIds): Actor {
  const roles = rolesOf(key)
  return { person: people[key], clinic, audience: roles.length > 0 ? 'console' : 'portal', roles }
}
