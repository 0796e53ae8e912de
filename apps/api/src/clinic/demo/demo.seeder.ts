import type { Actor, StaffRole } from '@accord/domain/access/may'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { newUuid } from '../../history/new-uuid.js'
import { Passwords } from '../../identity/passwords.js'
import { LivePlanService } from '../../live-plan/live-plan.service.js'
import { PlanOpening } from '../../plan/plan-opening.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { INES, TOMASZ, WREN } from './bodywork.js'
import { PRIYA, SAMUEL } from './counselling.js'
import { DemoRepository } from './demo.repository.js'
import { JONAH } from './jonah.js'
import { DEMO_CLINIC, DEMO_PASSWORD, DEMO_PEOPLE, type DemoKey } from './people.js'
import { StoryClock } from './story-clock.js'
import { StoryTeller } from './story-teller.js'
import { timeOf, type Story } from './story.js'

const STORIES = [JONAH, PRIYA, INES, WREN, SAMUEL, TOMASZ]
const DAY = 86_400_000

type People = Readonly<Record<DemoKey, PersonId>>

/** Fills an empty database with Alder House Practice: its people, and what they wrote in weeks. (ID6) */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly repository: DemoRepository,
    private readonly passwords: Passwords,
    private readonly opening: PlanOpening,
    private readonly theatre: DemoTheatre,
  ) {}

  async seed(clock: StoryClock, now: number): Promise<void> {
    const clinic = newUuid(now) as ClinicId
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD)
    const { people, plans } = await this.repository.within(clinic, async (manager) => {
      await this.repository.addClinic(manager, clinic, DEMO_CLINIC)
      const people = {} as Record<DemoKey, PersonId>
      for (const [at, key] of demoKeys().entries()) {
        const id = newUuid(now + at) as PersonId
        const { name, email } = DEMO_PEOPLE[key]
        const added = { id, name, email, roles: rolesOf(key), passwordHash, at: new Date(now + at) }
        await this.repository.addPerson(manager, clinic, added)
        people[key] = id
      }
      const plans: LogId[] = []
      for (const story of STORIES) {
        const opened = openingOf(story, clinic, people, now)
        await this.repository.addCase(manager, clinic, { ...opened, ...story, supervisor: people.ruth })
        const { at, parties } = opened
        plans.push(
          await this.opening.open({ clinic, case: opened.id, parties, at, by: people.beth }, manager),
        )
      }
      return { people, plans }
    })
    for (const [at, plan] of plans.entries())
      await this.theatre.play(STORIES[at] ?? SAMUEL, { clinic, plan, people, clock, now })
  }
}

interface Performance {
  readonly clinic: ClinicId
  readonly plan: LogId
  readonly people: People
  readonly clock: StoryClock
  readonly now: number
}

/** Has a story told through the live plan's own door. */
@Injectable()
export class DemoTheatre {
  constructor(
    private readonly live: LivePlanService,
    private readonly reader: PlanReader,
  ) {}

  async play(story: Story, { clinic, plan, people, clock, now }: Performance): Promise<void> {
    clock.startAt(now - story.openedDaysAgo * DAY)
    const teller = new StoryTeller({ live: this.live, reader: this.reader, clock, clinic, plan })
    for (const { at, by, does } of story.acts) {
      clock.goTo(timeOf(at, now))
      await teller.tell(actorOf(by, clinic, people), does)
    }
  }
}

function actorOf(key: DemoKey, clinic: ClinicId, people: People): Actor {
  const roles = rolesOf(key)
  return { person: people[key], clinic, audience: roles.length > 0 ? 'console' : 'portal', roles }
}

function rolesOf(key: DemoKey): readonly StaffRole[] {
  const { relation } = DEMO_PEOPLE[key]
  return relation === 'client' ? [] : [relation]
}

function demoKeys(): readonly DemoKey[] {
  return Object.keys(DEMO_PEOPLE) as DemoKey[]
}

function openingOf(story: Story, clinic: ClinicId, people: People, now: number) {
  const at = now - story.openedDaysAgo * DAY
  const parties = [
    { person: people.mara, relation: 'practitioner' as const },
    { person: people[story.client], relation: 'client' as const },
  ]
  return { id: newUuid(at) as CaseId, openedAt: new Date(at), at, parties }
}
