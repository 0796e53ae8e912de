import type { PartyRelation } from '../case/party.js'
import { mayWriteField } from '../goal/field.js'
import { nextStatus } from '../goal/lifecycle.js'
import { hasWords, wordingHash } from '../goal/wording.js'
import type { Payload, RestorePayload } from '../history/payload.js'
import { isUuidV7, type PersonId } from '../ids.js'
import { isRefusal, refuse, type Refusal } from '../refusal.js'
import type { AttributedText } from '../text/attributed.js'
import { hasForbiddenCharacter } from '../text/characters.js'
import { changesJson } from '../text/changes.js'
import { replacement } from '../text/replacement.js'
import type { PlanCommand } from './command.js'
import type { PlanLimits } from './limits.js'
import { goalOf, type Plan } from './plan.js'

/** The party that asks. */
export interface Asker {
  readonly person: PersonId
  readonly relation: PartyRelation
}

type Command<Name extends PlanCommand['name']> = Extract<PlanCommand, { name: Name }>
/** Commands that the present state alone decides; restoring needs the past. */
export type PresentCommand = Exclude<PlanCommand, { name: 'wording.restore' }>

/** Decides on a command about a governed fact: what will be recorded, or why not. (LP7) */
export function decide(plan: Plan, command: PresentCommand, limits: PlanLimits): Payload | Refusal {
  if (command.name === 'goal.add') return decideAdd(plan, command, limits)
  const goal = goalOf(plan, command.goal)
  if (!goal) return refuse('unknown-goal')
  switch (command.name) {
    case 'goal.move':
      return decideMove(plan, command)
    case 'goal.setAside': {
      const status = nextStatus(goal.lifecycle, 'on-hold')
      if (isRefusal(status)) return status
      const no = reasonRefusal(command.reason, limits)
      return no ?? { kind: 'goal.setAside', goal: goal.id, reason: command.reason }
    }
    case 'goal.takeUp': {
      const status = nextStatus(goal.lifecycle, 'proposed')
      return isRefusal(status) ? status : { kind: 'goal.takeUp', goal: goal.id }
    }
    case 'agreement.answer':
      return decideAnswer(plan, command, limits)
  }
}

/** Decides on giving words back, knowing how the field stood after entry `command.to`. (HI8) */
export function decideRestore(
  plan: Plan,
  command: Command<'wording.restore'>,
  asker: Asker,
  past: AttributedText,
): RestorePayload | Refusal {
  const goal = goalOf(plan, command.goal)
  if (!goal) return refuse('unknown-goal')
  if (!mayWriteField(asker.relation, command.field)) return refuse('not-yours')
  const { changes, credit } = replacement(goal[command.field], past)
  if (changes.empty) return refuse('already-exists', 'the words are these already')
  const { goal: id, field, to } = command
  return { kind: 'wording.restore', goal: id, field, to, changes: changesJson(changes), credit }
}

function decideAdd(plan: Plan, command: Command<'goal.add'>, limits: PlanLimits): Payload | Refusal {
  const { goal, kind, title } = command
  if (!isUuidV7(goal)) return refuse('malformed', 'a goal id is a UUID of version 7')
  if (goalOf(plan, goal)) return refuse('already-exists')
  if (plan.order.length >= limits.mostGoals) return refuse('too-large', 'goals')
  if (title.length > limits.longest.name) return refuse('too-large', 'name')
  if (hasForbiddenCharacter(title) || title.includes('\n')) return refuse('bad-character')
  return { kind: 'goal.add', goal, goalKind: kind, title }
}

function decideMove(plan: Plan, command: Command<'goal.move'>): Payload | Refusal {
  const { goal, after } = command
  if (after === goal || (after !== null && !goalOf(plan, after))) return refuse('unknown-goal', 'after')
  return { kind: 'goal.move', goal, after }
}

/** The hash is compared with the words as they are now, after everything that came in between. (AG6) */
function decideAnswer(
  plan: Plan,
  command: Command<'agreement.answer'>,
  limits: PlanLimits,
): Payload | Refusal {
  const { goal: id, answer, wording, readAt, reason } = command
  const goal = goalOf(plan, id)
  if (!goal) return refuse('unknown-goal')
  if (!hasWords(goal.statement.text)) return refuse('nothing-to-agree-to')
  if (goal.lifecycle === 'on-hold') return refuse('governed-fact', 'the goal is set aside')
  if (wordingHash(id, goal.statement.text) !== wording) return refuse('words-changed')
  if (readAt > plan.seq) return refuse('malformed', 'readAt lies ahead')
  const no = reason === null ? null : reasonRefusal(reason, limits)
  return no ?? { kind: 'agreement.answer', goal: id, answer, wording, readAt, reason }
}

function reasonRefusal(reason: string, limits: PlanLimits): Refusal | null {
  if (reason.length > limits.longestReason) return refuse('too-large', 'reason')
  return hasForbiddenCharacter(reason) ? refuse('bad-character') : null
}
