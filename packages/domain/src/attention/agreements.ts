import { agreementOf, stepAgreementOf, type Agreement } from '../agreement/state.js'
import type { Relation } from '../case/relation.js'
import type { Party } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import type { PersonId, StepId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'
import type { AttentionItem } from './attention.js'

/** Whose eyes a plan is looked at with, and when. Times in ms. */
export interface Onlooker {
  readonly person: PersonId
  readonly relation: Relation
  /** Up to when they have seen the plan. */
  readonly seenUpTo: number
  readonly now: number
}

interface Agreeable {
  readonly goal: Goal
  readonly step: StepId | null
  readonly words: AttributedText
  readonly changedBy: PersonId | null
  readonly agreement: Agreement
}

/** What a goal's agreement, and those of its steps, ask of somebody or tell them. (AT2, AT3, AT5) */
export function agreementItems(
  goal: Goal,
  parties: readonly Party[],
  onlooker: Onlooker,
): readonly AttentionItem[] {
  const steps = goal.steps.filter((step) => !step.setAside && step.done === null)
  const agreeables: readonly Agreeable[] = [
    {
      goal,
      step: null,
      words: goal.statement,
      changedBy: goal.lastChange.statement?.by ?? null,
      agreement: agreementOf(goal, parties),
    },
    ...steps.map((step) => ({
      goal,
      step: step.id,
      words: step.text,
      changedBy: step.lastChange.by,
      agreement: stepAgreementOf(goal, step, parties),
    })),
  ]
  return agreeables.flatMap((subject) => [...waiting(subject, onlooker), ...answered(subject, onlooker)])
}

function waiting(subject: Agreeable, onlooker: Onlooker): readonly AttentionItem[] {
  const { agreement, words, changedBy } = subject
  const { halves } = agreement
  const own = halves.find(({ person }) => person === onlooker.person)
  const agreeing = halves.filter(({ person, state }) => person !== onlooker.person && state === 'on')
  const agreedBy = agreeing.map(({ person }) => person)
  // Whoever has answered to these words, with whatever answer, is not asked again. (AT2)
  const isTheirs = own ? own.answer === null : onlooker.relation === 'supervisor'
  if (agreement.kind === 'lapsed' && isTheirs) {
    const before = agreement.before.statement
    const place = placeOf(subject, agreement.since, onlooker)
    return [{ ...place, kind: 'lapsed', by: changedBy, before, words, agreedBy }]
  }
  if (agreement.kind !== 'open' || own?.answer !== null || agreeing.length === 0) return []
  const at = Math.max(...agreeing.map(({ answer }) => answer?.at ?? 0))
  return [{ ...placeOf(subject, at, onlooker), kind: 'awaits-you', words, agreedBy }]
}

function answered(subject: Agreeable, onlooker: Onlooker): readonly AttentionItem[] {
  return subject.agreement.halves.flatMap(({ person: by, answer }): readonly AttentionItem[] => {
    if (by === onlooker.person || answer === null || answer.kind === 'agree') return []
    const place = placeOf(subject, answer.at, onlooker)
    return [{ ...place, kind: 'answered', by, answer: answer.kind, reason: answer.reason }]
  })
}

function placeOf({ goal, step }: Agreeable, at: number, { seenUpTo }: Onlooker) {
  return { goal: goal.id, goalName: goal.name.text, step, at, isNew: at > seenUpTo }
}
