import type { PartyRelation } from '@accord/domain/case/party'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { newUuid } from '../../history/new-uuid.js'
import { Passwords } from '../../identity/passwords.js'
import { PlanOpening } from '../../plan/plan-opening.js'
import { INES, TOMASZ, WREN } from './bodywork.js'
import { PRIYA, SAMUEL } from './counselling.js'
import { ANA_AND_LUIS } from './couple.js'
import { DemoRepository } from './demo.repository.js'
import type { ToldStories } from './demo.supervision.js'
import { DemoTheatre, type OpenedCase } from './demo.theatre.js'
import { GRACE, OSCAR } from './hanna.js'
import { JONAH } from './jonah.js'
import { LAYLA } from './layla.js'
import { DEMO_CLINIC, DEMO_PASSWORD, DEMO_PEOPLE, rolesOf, type DemoIds, type DemoKey } from './people.js'
import type { StoryClock } from './story-clock.js'
import type { Story } from './story.js'
import { ELLIS } from './teenager.js'

const STORIES = [JONAH, PRIYA, INES, WREN, SAMUEL, TOMASZ, ANA_AND_LUIS, ELLIS, LAYLA, GRACE, OSCAR]
const DAY = 86_400_000

/** Fills an empty database with Alder House Practice: its people, and what they wrote in weeks. (ID6) */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly repository: DemoRepository,
    private readonly passwords: Passwords,
    private readonly opening: PlanOpening,
    private readonly theatre: DemoTheatre,
  ) {}

  async seed(clock: StoryClock, now: number): Promise<ToldStories> {
    const clinic = newUuid(now) as ClinicId
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD)
    const { people, opened } = await this.repository.within(clinic, async (manager) => {
      await this.repository.addClinic(manager, clinic, DEMO_CLINIC)
      const people = {} as Record<DemoKey, PersonId>
      for (const [at, key] of demoKeys().entries()) {
        const id = newUuid(now + at) as PersonId
        const { name, email } = DEMO_PEOPLE[key]
        const added = { id, name, email, roles: rolesOf(key), passwordHash, at: new Date(now + at) }
        await this.repository.addPerson(manager, clinic, added)
        people[key] = id
      }
      const opened: OpenedCase[] = []
      for (const story of STORIES) {
        const opening = openingOf(story, clinic, people, now)
        await this.repository.addCase(manager, clinic, { ...opening, ...story, supervisor: people.ruth })
        const { id: caseId, at, parties } = opening
        const plan = await this.opening.open({ clinic, case: caseId, parties, at, by: people.beth }, manager)
        opened.push({ story, caseId, plan })
      }
      return { people, opened }
    })
    for (const one of opened) await this.theatre.play(one, { clinic, people, clock, now })
    const cases = opened.map(({ story, caseId, plan }) => ({ client: story.client, caseId, plan }))
    return { clinic, people, cases, clock, now }
  }
}

function demoKeys(): readonly DemoKey[] {
  return Object.keys(DEMO_PEOPLE) as DemoKey[]
}

function openingOf(story: Story, clinic: ClinicId, people: DemoIds, now: number) {
  const at = now - story.openedDaysAgo * DAY
  const written = [story.practitioner ?? 'mara', story.client, ...(story.family ?? [])]
  const parties = written.map((key) => ({ person: people[key], relation: partyRelation(key) }))
  return { id: newUuid(at) as CaseId, openedAt: new Date(at), at, parties }
}

function partyRelation(key: DemoKey): PartyRelation {
  const { relation } = DEMO_PEOPLE[key]
  if (relation === 'supervisor' || relation === 'administrator')
    throw new Error('nobody who writes in a case')
  return relation
}
