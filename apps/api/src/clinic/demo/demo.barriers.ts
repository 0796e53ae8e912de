import { isRefusal, type Refusal } from '@accord/domain/refusal'
import type { ShownBarrier } from '@accord/domain/rest/barriers'
import { Injectable } from '@nestjs/common'
import { BarrierService } from '../../barrier/barrier.service.js'
import { JONAH_BARRIERS, type BarrierStory } from './barrier-story.js'
import { demoActor } from './demo.actor.js'
import type { ToldStories } from './demo.supervision.js'
import { timeOf, type Moment } from './story.js'
import type { DemoKey } from './people.js'

/** Has what gets in the way noticed, talked about and changed, by the service's own door. */
@Injectable()
export class DemoBarriers {
  constructor(private readonly barriers: BarrierService) {}

  async tell(told: ToldStories): Promise<void> {
    for (const story of JONAH_BARRIERS) await this.one(told, story)
  }

  private async one(told: ToldStories, { at, by, kind, words, then }: BarrierStory): Promise<void> {
    const { people, cases } = told
    const found = cases.find(({ client }) => client === 'jonah')
    if (!found) throw new Error('jonah has no case')
    const { caseId } = found
    const notice = { client: people.jonah, kind, words }
    let last = must(await this.barriers.notice(turn(told, at, by), caseId, notice))
    for (const { at: when, by: who, ...step } of then) {
      const actor = turn(told, when, who)
      const after = last.entries.length
      const { id } = last
      last = must(
        'station' in step
          ? await this.barriers.move(actor, caseId, id, { after, station: step.station, words: step.words })
          : await this.barriers.say(actor, caseId, id, { after, words: step.says }),
      )
    }
  }
}

function turn({ clinic, people, clock, now }: ToldStories, at: Moment, who: DemoKey) {
  clock.startAt(timeOf(at, now))
  return demoActor(who, clinic, people)
}

function must(answer: ShownBarrier | Refusal): ShownBarrier {
  if (isRefusal(answer)) throw new Error(`the demo's barriers were refused: ${answer.refused}`)
  return answer
}
