import { partiesOf as partiesOfGoal, stepAgreementOf } from '@accord/domain/agreement/state'
import type { AnswerKind } from '@accord/domain/agreement/answer'
import { stepWordingHash } from '@accord/domain/goal/wording'
import type { CalendarDay, Step } from '@accord/domain/goal/step'
import type { PlanCommand } from '@accord/domain/plan/command'
import { cleanText } from '@accord/domain/text/characters'
import type { AgreementBlock } from '../agreement/agreement-block.js'
import { type AgreementParty, partiesOf, type Standing } from '../agreement/agreement-party.js'
import { type GoalAtHand, nameAmong } from '../goal/goal-at-hand.js'
import type { Messages } from '../messages/compiled/messages.js'
import type { Format } from '../messages/format.js'
import type { Translate } from '../messages/translate.js'

export interface StepStanding {
  readonly standing: Standing
  readonly parties: readonly AgreementParty[]
  readonly blocked: AgreementBlock | undefined
}

/** How a step's own agreement stands, for whoever looks. (AG10) */
export function stepStanding(t: Translate<Messages>, at: GoalAtHand, step: Step): StepStanding {
  const { goal, plan, viewer, voices, mayWrite } = at
  const agreement = stepAgreementOf(goal, step, plan.parties)
  const parties = partiesOf(agreement, (person) => nameAmong(t, voices, person), viewer)
    .map((party) => (mayWrite ? party : { ...party, isViewer: false }))
    .sort((a, b) => Number(a.side === 'client') - Number(b.side === 'client'))
  return { standing: agreement.kind, parties, blocked: blockOf(t, at, step) }
}

/** Words that move can't be agreed to, nor can words be that the server may have changed meanwhile. */
function blockOf(t: Translate<Messages>, at: GoalAtHand, step: Step): AgreementBlock | undefined {
  const { view, viewer, voices } = at
  if (!view.isOnline) return { kind: 'offline' }
  const typing = view.typing.find(
    (one) => one.step === step.id && one.field === 'text' && one.person !== viewer,
  )
  return typing && { kind: 'typing', name: nameAmong(t, voices, typing.person) }
}

/** An answer to a step as it is on screen: its words, who and by when. (AG6, AG10) */
export function stepAnswer(
  { goal, view }: GoalAtHand,
  step: Step,
  answer: AnswerKind,
  reason: string | null,
): PlanCommand {
  return {
    name: 'agreement.answer',
    goal: goal.id,
    step: step.id,
    answer,
    wording: stepWordingHash(goal.id, step),
    readAt: view.seq,
    reason: reason === null ? null : cleanText(reason),
  }
}

/** The people who can do a step: the parties whose goal it is. (ST2, AG11) */
export function possibleDoers({ goal, plan }: GoalAtHand): Step['who'] {
  return partiesOfGoal(goal, plan.parties).map(({ person }) => person)
}

/** "Today", or "28 Nov": a day of the calendar, wherever its reader is. */
export function dueWords(t: Translate<Messages>, format: Format, due: CalendarDay, now: Date): string {
  const [year = 0, month = 1, day = 1] = due.split('-').map(Number)
  const noon = new Date(year, month - 1, day, 12)
  const isToday = format.day(noon, now) === format.day(now, now)
  return isToday ? t('steps.today') : format.shortDay(noon)
}

/** Steps on the plan now, in the rank that people gave them. */
export function presentSteps({ goal }: Pick<GoalAtHand, 'goal'>): readonly Step[] {
  return goal.steps.filter(({ setAside }) => !setAside)
}
