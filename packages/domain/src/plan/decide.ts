import type { PartyRelation } from '../case/party.js'
import { mayWriteField, placeOf } from '../goal/field.js'
import type { Payload, RestorePayload } from '../history/payload.js'
import type { PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { AttributedText } from '../text/attributed.js'
import { changesJson } from '../text/changes.js'
import { replacement } from '../text/replacement.js'
import type { PlanCommand } from './command.js'
import { decideAnswer } from './decide-answer.js'
import { decideConversation } from './decide-conversation.js'
import { decideGoal, decideNewGoal } from './decide-goal.js'
import { decideMeasure } from './decide-measure.js'
import { decideStep } from './decide-step.js'
import type { PlanLimits } from './limits.js'
import { goalOf, textAt, type Plan } from './plan.js'

/** The party that asks. */
export interface Asker {
  readonly person: PersonId
  readonly relation: PartyRelation
}

/** Commands that the present state alone decides; restoring needs the past. */
export type PresentCommand = Exclude<PlanCommand, { name: 'wording.restore' }>

/** Decides on a command about a governed fact: what will be recorded, or why not. (LP7) */
export function decide(plan: Plan, command: PresentCommand, limits: PlanLimits): Payload | Refusal {
  if (command.name === 'goal.add' || command.name === 'goal.share')
    return decideNewGoal(plan, command, limits)
  const goal = goalOf(plan, command.goal)
  if (!goal) return refuse('unknown-goal')
  switch (command.name) {
    case 'goal.move':
    case 'goal.setAside':
    case 'goal.takeUp':
    case 'goal.narrow':
      return decideGoal(plan, goal, command, limits)
    case 'agreement.answer':
      return decideAnswer(plan, goal, command, limits)
    case 'step.add':
    case 'step.move':
    case 'step.plan':
    case 'step.done':
    case 'step.setAside':
      return decideStep(plan, goal, command, limits)
    case 'scale.describe':
    case 'rating.give':
      return decideMeasure(goal, command, limits)
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add':
      return decideConversation(goal, command, limits)
  }
}

/** Decides on giving words back, knowing how the field stood after entry `command.to`. (HI8) */
export function decideRestore(
  plan: Plan,
  command: Extract<PlanCommand, { name: 'wording.restore' }>,
  asker: Asker,
  past: AttributedText,
): RestorePayload | Refusal {
  const goal = goalOf(plan, command.goal)
  if (!goal) return refuse('unknown-goal')
  if (!mayWriteField(asker.relation, command.field)) return refuse('not-yours')
  const place = placeOf(command)
  const present = textAt(plan, place)
  if (!present) return refuse('unknown-field')
  const { changes, credit } = replacement(present, past)
  if (changes.empty) return refuse('already-exists', 'the words are these already')
  return { kind: 'wording.restore', ...place, to: command.to, changes: changesJson(changes), credit }
}
