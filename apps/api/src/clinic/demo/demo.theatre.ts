import type { Actor } from '@accord/domain/access/may'
import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../../access/access.service.js'
import { LivePlanService } from '../../live-plan/live-plan.service.js'
import { Channel } from '../../notify/channel.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { DemoReviewer, type ReviewDesk } from './demo.reviewer.js'
import { rolesOf, type DemoIds, type DemoKey } from './people.js'
import type { ReviewScene } from './review-story.js'
import type { StoryClock } from './story-clock.js'
import { StoryTeller } from './story-teller.js'
import { timeOf, type Act, type Story } from './story.js'

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
    private readonly access: AccessService,
    private readonly reviewer: DemoReviewer,
  ) {}

  async play(story: Story, { clinic, plan, people, clock, now }: Performance): Promise<void> {
    clock.startAt(now - story.openedDaysAgo * DAY)
    const teller = new StoryTeller({ live: this.live, reader: this.reader, clock, clinic, plan, people, now })
    const desk = await this.deskOf(teller, { clinic, plan, clock })
    const lastHere = new Map<PersonId, number>()
    for (const turn of turnsOf(story, now)) {
      clock.goTo(timeOf(turn.at, now))
      const actor = actorOf(turn.by, clinic, people)
      if (turn.as === 'reviewer') await this.reviewer.sit(actor, turn.does, desk)
      else {
        await teller.tell(actor, turn.does)
        lastHere.set(people[turn.by], clock.now())
      }
    }
    // Whoever wrote had the plan open, and has seen what stood there. (AT8)
    for (const [person, upTo] of lastHere) await this.channel.told({ clinic, person, plan }, upTo)
  }

  private async deskOf(
    teller: StoryTeller,
    { clinic, plan, clock }: Pick<Performance, 'clinic' | 'plan' | 'clock'>,
  ): Promise<ReviewDesk> {
    const subject = await this.access.subjectOf(clinic, plan, null)
    if (!subject) throw new Error('the story has no case')
    const writtenAt = (words: string) => teller.writtenAt(words)
    return { caseId: subject.facts.caseId, plan, clock, threads: new Map(), writtenAt }
  }
}

type Turn = (Act & { readonly as: 'party' }) | (ReviewScene & { readonly as: 'reviewer' })

/** What is written in a plan and what is said about it, in the order of their time. */
function turnsOf({ acts, reviews = [] }: Story, now: number): readonly Turn[] {
  const turns: readonly Turn[] = [
    ...acts.map((act) => ({ ...act, as: 'party' as const })),
    ...reviews.map((scene) => ({ ...scene, as: 'reviewer' as const })),
  ]
  return [...turns].sort((a, b) => timeOf(a.at, now) - timeOf(b.at, now))
}

function actorOf(key: DemoKey, clinic: ClinicId, people: DemoIds): Actor {
  const roles = rolesOf(key)
  return { person: people[key], clinic, audience: roles.length > 0 ? 'console' : 'portal', roles }
}
