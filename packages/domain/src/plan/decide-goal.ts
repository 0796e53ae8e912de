import { liveParties } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import { nextStatus } from '../goal/lifecycle.js'
import type { Payload } from '../history/payload.js'
import { isUuidV7 } from '../ids.js'
import { isRefusal, refuse, type Refusal } from '../refusal.js'
import type { GoalCommand } from './command.js'
import type { PlanLimits } from './limits.js'
import { goalOf, type Plan } from './plan.js'
import { lineRefusal, wordsRefusal } from './words.js'

type Command<Name extends GoalCommand['name']> = Extract<GoalCommand, { name: Name }>

/** Starting a goal, empty or with the words of a draft. (LP7, DR3) */
export function decideNewGoal(
  plan: Plan,
  command: Command<'goal.add' | 'goal.share'>,
  limits: PlanLimits,
): Payload | Refusal {
  const { goal, kind: goalKind, title } = command
  if (!isUuidV7(goal)) return refuse('malformed', 'a goal id is a UUID of version 7')
  if (goalOf(plan, goal)) return refuse('already-exists')
  if (plan.order.length >= limits.mostGoals) return refuse('too-large', 'goals')
  const no = lineRefusal(title, limits.longest.name)
  if (no) return no
  if (command.name === 'goal.add') return { kind: 'goal.add', goal, goalKind, title }
  const { statement, why } = command
  const words = wordsRefusal(statement, limits.longest.statement) ?? wordsRefusal(why, limits.longest.why)
  return words ?? { kind: 'goal.share', goal, goalKind, title, statement, why }
}

export function decideGoal(
  plan: Plan,
  goal: Goal,
  command: Command<'goal.move' | 'goal.setAside' | 'goal.takeUp' | 'goal.narrow'>,
  limits: PlanLimits,
): Payload | Refusal {
  switch (command.name) {
    case 'goal.move': {
      const { after } = command
      const unknown = after === goal.id || (after !== null && !goalOf(plan, after))
      return unknown ? refuse('unknown-goal', 'after') : { kind: 'goal.move', goal: goal.id, after }
    }
    case 'goal.setAside': {
      const status = nextStatus(goal.lifecycle, 'on-hold')
      if (isRefusal(status)) return status
      const no = wordsRefusal(command.reason, limits.longestReason)
      return no ?? { kind: 'goal.setAside', goal: goal.id, reason: command.reason }
    }
    case 'goal.takeUp': {
      const status = nextStatus(goal.lifecycle, 'proposed')
      return isRefusal(status) ? status : { kind: 'goal.takeUp', goal: goal.id }
    }
    case 'goal.narrow':
      return decideNarrowing(plan, goal, command)
  }
}

/** A goal belongs to at least one of those who write; to nobody else. (AG11) */
function decideNarrowing(plan: Plan, goal: Goal, { to }: Command<'goal.narrow'>): Payload | Refusal {
  if (to === null) return { kind: 'goal.narrow', goal: goal.id, to }
  const live = liveParties(plan.parties).map((party) => party.person)
  const known = to.length > 0 && new Set(to).size === to.length && to.every((person) => live.includes(person))
  return known
    ? { kind: 'goal.narrow', goal: goal.id, to }
    : refuse('malformed', 'not the parties of this case')
}
