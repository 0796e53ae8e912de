import type { LineId } from '@accord/domain/ending/draft'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { isRefusal } from '@accord/domain/refusal'
import type { EndingActBody } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { EndingService } from '../../ending/ending.service.js'
import { newUuid } from '../../history/new-uuid.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { demoActor } from './demo.actor.js'
import type { ToldStories } from './demo.supervision.js'
import { TOMASZ_LEAVES, type EndingDeed } from './ending-story.js'
import { timeOf } from './story.js'

const MINUTE = 60_000

/** Has Tomasz and Mara begin their ending, each by the service's own door; it is half-written. (EN1) */
@Injectable()
export class DemoEndings {
  constructor(
    private readonly endings: EndingService,
    private readonly plans: PlanReader,
  ) {}

  async tell({ clinic, people, cases, clock, now }: ToldStories): Promise<void> {
    const found = cases.find(({ client }) => client === 'tomasz')
    if (!found) throw new Error('Tomasz is not there')
    const { caseId, plan: log } = found
    const goals = goalsInOrder(await this.plans.read({ clinic, log }))
    const [first] = TOMASZ_LEAVES
    clock.startAt(timeOf(first.at, now))
    await this.endings.begin(demoActor('mara', clinic, people), caseId)
    for (const { at, by, does } of TOMASZ_LEAVES) {
      clock.startAt(timeOf(at, now) + MINUTE)
      for (const deed of does) {
        clock.wait(2 * MINUTE)
        const act = actOf(deed, (title) => goals.find(({ name }) => name.text === title)?.id, clock.now())
        const done = await this.endings.act(demoActor(by, clinic, people), caseId, act)
        if (isRefusal(done)) throw new Error(`the demo’s ending was refused: ${done.refused}`)
      }
    }
  }
}

function actOf(
  deed: EndingDeed,
  goalNamed: (title: string) => Extract<EndingActBody, { kind: 'keep' }>['goal'] | undefined,
  now: number,
): EndingActBody {
  switch (deed.kind) {
    case 'write':
      return { ...deed, after: 0 }
    case 'add':
      return { ...deed, line: newUuid(now) as LineId }
    case 'keep': {
      const goal = goalNamed(deed.title)
      if (!goal) throw new Error(`there is no goal ${deed.title}`)
      return { kind: 'keep', goal }
    }
  }
}
