import type { CaseId, ClinicId } from '@accord/domain/ids'
import { isRefusal, type Refusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { CasePhaseService } from '../../case-file/case-phase.service.js'
import { ComfortService } from '../../comfort/comfort.service.js'
import { ClientService } from '../../people/client.service.js'
import { COMFORTS_OF } from './comforts.js'
import { demoActor } from './demo.actor.js'
import { DemoConsents } from './demo.consents.js'
import { PARTICULARS } from './particulars.js'
import { DEMO_PEOPLE, type DemoIds, type DemoKey } from './people.js'
import { PHASES_OF } from './phases.js'
import type { StoryClock } from './story-clock.js'
import { timeOf, type Story } from './story.js'

const DAY = 86_400_000

interface Desk {
  readonly clinic: ClinicId
  readonly people: DemoIds
  readonly clock: StoryClock
  readonly now: number
}

/** What stands round the goals: how people are reached, phases, and how clients like things; by the services' own doors. */
@Injectable()
export class DemoDesk {
  constructor(
    private readonly clients: ClientService,
    private readonly phases: CasePhaseService,
    private readonly comfort: ComfortService,
    private readonly consents: DemoConsents,
  ) {}

  async tellOfCase(story: Story, caseId: CaseId, on: Desk): Promise<void> {
    const { clinic, people, clock, now } = on
    await this.nameFamily([story.client, ...(story.family ?? [])], on)
    const opened = now - story.openedDaysAgo * DAY
    clock.startAt(opened)
    await this.consents.sign([story.client, ...(story.family ?? [])], caseId, clinic, people)
    const practitioner = demoActor(story.practitioner ?? 'mara', clinic, people)
    for (const { phase, daysAgo, reason = null } of PHASES_OF[story.client] ?? []) {
      clock.startAt(daysAgo === 'opening' ? opened : timeOf({ days: daysAgo, time: '11:10' }, now))
      done(await this.phases.change(practitioner, caseId, { phase, reason }))
    }
    for (const [after, { by, daysAgo, words }] of (COMFORTS_OF[story.client] ?? []).entries()) {
      clock.startAt(timeOf({ days: daysAgo, time: '19:40' }, now))
      const author = demoActor(by, clinic, people)
      done(await this.comfort.write(author, caseId, people[story.client], { after, words }))
    }
  }

  private async nameFamily(family: readonly DemoKey[], { clinic, people }: Desk): Promise<void> {
    const beth = demoActor('beth', clinic, people)
    for (const key of family) {
      const particulars = PARTICULARS[key]
      const { name, email } = DEMO_PEOPLE[key]
      if (particulars) done(await this.clients.change(beth, people[key], { name, email, ...particulars }))
    }
  }
}

function done(answer: object | Refusal): void {
  if (isRefusal(answer)) throw new Error(`the story was refused: ${answer.refused}`)
}
