import { isRefusal, type Refusal } from '@accord/domain/refusal'
import { NUMBERS_OF } from '@accord/domain/safety/urgent-numbers'
import { Injectable } from '@nestjs/common'
import { InstrumentsService } from '../../measures/instruments.service.js'
import { MeasuresService } from '../../measures/measures.service.js'
import { QuestionnaireService } from '../../measures/questionnaire.service.js'
import { SafetyPlanService } from '../../safety/safety-plan.service.js'
import { UrgentNumbersService } from '../../safety/urgent-numbers.service.js'
import { demoActor } from './demo.actor.js'
import type { ToldStories } from './demo.supervision.js'
import { JONAH_PHQ, JONAH_PLAN, SETTLING, SETTLING_SCORED, TOMASZ_SETTLING } from './measures-story.js'
import type { DemoKey } from './people.js'
import { timeOf } from './story.js'

const MINUTE = 60_000

/** Whom the demo's forms and plans go through: each service's own door. */
@Injectable()
export class DemoForms {
  constructor(
    readonly measures: MeasuresService,
    readonly questionnaires: QuestionnaireService,
    readonly instruments: InstrumentsService,
    readonly plans: SafetyPlanService,
    readonly numbers: UrgentNumbersService,
  ) {}
}

/** Has clients answer what they were asked, one of them write a safety plan, and Beth read the numbers over. */
@Injectable()
export class DemoMeasures {
  constructor(private readonly forms: DemoForms) {}

  async tell(told: ToldStories): Promise<void> {
    const { clinic, people, clock, now } = told
    const beth = demoActor('beth', clinic, people)
    clock.startAt(timeOf({ days: 80, time: '11:00' }, now))
    must(await this.forms.numbers.write(beth, { over: 0, country: 'GB', numbers: [...NUMBERS_OF.GB] }))
    const licence = {
      ...{ holder: 'Alder House Practice', reference: 'Our own', expiresOn: null },
      words: 'We wrote it ourselves and use it with our own clients.',
    }
    const brought = must(
      await this.forms.instruments.bring(beth, {
        ...{ of: null, edition: '1', questionnaire: SETTLING, scoring: SETTLING_SCORED },
        attestation: licence,
      }),
    )
    const settling = brought.instruments.find(({ isBuiltIn }) => !isBuiltIn)?.instrument ?? ''
    const numbered = (answers: readonly number[], prefix: string) =>
      answers.map((value, at) => ({ linkId: `${prefix}${at + 1}`, value }))
    for (const { daysAgo, answers } of JONAH_PHQ) {
      await this.answer(told, { client: 'jonah', instrument: 'phq-9', daysAgo }, numbered(answers, ''))
    }
    for (const { daysAgo, answers } of TOMASZ_SETTLING) {
      await this.answer(told, { client: 'tomasz', instrument: settling, daysAgo }, numbered(answers, 's'))
    }
    await this.plan(told)
  }

  private async answer(
    told: ToldStories,
    asked: { readonly client: DemoKey; readonly instrument: string; readonly daysAgo: number },
    answers: { linkId: string; value: number }[],
  ): Promise<void> {
    const { clinic, people, clock, now } = told
    const { client, instrument, daysAgo } = asked
    clock.startAt(timeOf({ days: daysAgo, time: '17:30' }, now))
    const mara = demoActor('mara', clinic, people)
    const body = { client: people[client], instrument }
    const { request } = must(await this.forms.measures.ask(mara, caseOf(told, client), body))
    clock.wait(94 * MINUTE)
    const theirs = demoActor(client, clinic, people)
    const begun = { after: 0, status: 'in-progress' as const, answers: answers.slice(0, 1) }
    must(await this.forms.questionnaires.write(theirs, request, begun))
    clock.wait(4 * MINUTE)
    must(await this.forms.questionnaires.write(theirs, request, { after: 1, status: 'completed', answers }))
  }

  private async plan(told: ToldStories): Promise<void> {
    const { clinic, people, clock, now } = told
    clock.startAt(timeOf({ days: 40, time: '10:40' }, now))
    const { signs, coping, people: near, professionals, surroundings, reasons } = JONAH_PLAN
    const steps = {
      ...{ signs: [...signs], coping: [...coping], people: [...near] },
      ...{ professionals: [...professionals], surroundings: [...surroundings], reasons: [...reasons] },
    }
    const jonah = demoActor('jonah', clinic, people)
    const caseId = caseOf(told, 'jonah')
    must(await this.forms.plans.write(jonah, caseId, people.jonah, { after: 0, steps }))
  }
}

function caseOf({ cases }: ToldStories, client: DemoKey) {
  const found = cases.find((one) => one.client === client)
  if (!found) throw new Error(`${client} has no case`)
  return found.caseId
}

function must<Done>(answer: Done | Refusal): Done {
  if (isRefusal(answer)) throw new Error(`the demo's questionnaires were refused: ${answer.refused}`)
  return answer
}
