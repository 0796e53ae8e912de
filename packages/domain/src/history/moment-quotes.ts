import { goalOf, stepOf, type Plan } from '../plan/plan.js'
import type { Moment } from './moments.js'
import type { Payload } from './payload.js'

/**
 * The words that a moment is about, as people wrote them: what was said, the step that was meant, the level that was
 * rated. Steps read as they do now; what was said never changes.
 * @returns one line each
 */
export function quotesOf(moment: Moment, plan: Plan | null): readonly string[] {
  if (moment.kind === 'writing') return []
  const { payload } = moment
  if ('session' in payload) return []
  switch (payload.kind) {
    case 'step.add':
    case 'comment.add':
    case 'comment.answer':
    case 'win.add':
      return [payload.text]
    case 'topic.add':
      return [payload.about, payload.helps]
    case 'scale.describe':
      return [...payload.levels].reverse()
    case 'rating.give':
      return levelOf(payload, plan)
    case 'step.move':
    case 'step.plan':
    case 'step.done':
    case 'step.setAside':
      return stepWords(payload, plan)
    case 'agreement.answer': {
      const reason = payload.reason === null ? [] : [payload.reason]
      return payload.step === undefined ? reason : [...stepWords(payload, plan), ...reason]
    }
    case 'goal.setAside':
      return [payload.reason]
    case 'goal.add':
    case 'goal.share':
    case 'goal.move':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'wording.restore':
    case 'party.joined':
    case 'party.ended':
    case 'erased':
      return []
  }
}

function stepWords(
  place: Pick<Extract<Payload, { kind: 'agreement.answer' }>, 'goal' | 'step'>,
  plan: Plan | null,
) {
  const goal = plan && goalOf(plan, place.goal)
  const words = goal && place.step !== undefined ? stepOf(goal, place.step)?.text.text : undefined
  return words === undefined ? [] : [words]
}

function levelOf({ goal: id, on, value }: Extract<Payload, { kind: 'rating.give' }>, plan: Plan | null) {
  if (on.kind === 'progress') return []
  const scale = plan && goalOf(plan, id)?.scales.find(({ version }) => version === on.version)
  const words = scale?.levels[value + 2]
  return words === undefined ? [] : [words]
}
