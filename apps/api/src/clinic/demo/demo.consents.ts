import { ASKED_PURPOSES } from '@accord/domain/consent/purpose'
import type { CaseId, ClinicId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { ConsentService } from '../../consent/consent.service.js'
import { demoActor } from './demo.actor.js'
import { DEMO_PEOPLE, type DemoIds, type DemoKey } from './people.js'

/** Who has not signed yet: they begin. (CO5) */
const UNSIGNED: readonly DemoKey[] = ['samuel']

/** What the demo clinic's clients signed when their work began; by the service's own door. (CO3) */
@Injectable()
export class DemoConsents {
  constructor(private readonly consents: ConsentService) {}

  async sign(clients: readonly DemoKey[], caseId: CaseId, clinic: ClinicId, people: DemoIds): Promise<void> {
    for (const key of clients) {
      if (UNSIGNED.includes(key) || DEMO_PEOPLE[key].relation !== 'client') continue
      const actor = demoActor(key, clinic, people)
      const asked = await this.consents.read(actor, caseId)
      if (isRefusal(asked)) throw new Error(`the story was refused: ${asked.refused}`)
      const answers = ASKED_PURPOSES.flatMap((purpose) => {
        const text = asked.texts.find((one) => one.purpose === purpose)
        return text ? [{ purpose, answer: 'yes' as const, text: text.hash }] : []
      })
      const points = asked.texts.find(({ purpose }) => purpose === 'limits')?.points.length ?? 0
      const body = { name: DEMO_PEOPLE[key].name, acknowledged: points, said: answers }
      const done = await this.consents.answer(actor, caseId, people[key], body)
      if (isRefusal(done)) throw new Error(`the story was refused: ${done.refused}`)
    }
  }
}
