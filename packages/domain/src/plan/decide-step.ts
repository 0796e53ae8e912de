import { liveParties } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import { isCalendarDay } from '../goal/step.js'
import type { Payload } from '../history/payload.js'
import { isUuidV7 } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { StepCommand } from './command.js'
import type { PlanLimits } from './limits.js'
import { goalsInOrder, stepOf, type Plan } from './plan.js'
import { wordsRefusal } from './words.js'

type Command<Name extends StepCommand['name']> = Extract<StepCommand, { name: Name }>

/** Decides on what happens to a goal's steps. (ST1–ST4) */
export function decideStep(
  plan: Plan,
  goal: Goal,
  command: StepCommand,
  limits: PlanLimits,
): Payload | Refusal {
  if (goal.lifecycle === 'on-hold') return refuse('governed-fact', 'the goal is set aside')
  if (command.name === 'step.add') return decideAdd(plan, goal, command, limits)
  const step = stepOf(goal, command.step)
  if (!step) return refuse('unknown-goal', 'step')
  const place = { goal: goal.id, step: step.id }
  switch (command.name) {
    case 'step.move': {
      const { after } = command
      if (after === step.id || (after !== null && !stepOf(goal, after)))
        return refuse('unknown-goal', 'after')
      return { kind: 'step.move', ...place, after }
    }
    case 'step.plan':
      return decidePlan(plan, command)
    case 'step.done':
      if ((step.done !== null) === command.done) return refuse('already-exists')
      return { kind: 'step.done', ...place, done: command.done }
    case 'step.setAside':
      if (step.setAside === command.aside) return refuse('already-exists')
      return { kind: 'step.setAside', ...place, aside: command.aside }
  }
}

function decideAdd(
  plan: Plan,
  goal: Goal,
  command: Command<'step.add'>,
  limits: PlanLimits,
): Payload | Refusal {
  const { step, text } = command
  if (!isUuidV7(step)) return refuse('malformed', 'a step id is a UUID of version 7')
  if (goalsInOrder(plan).some((other) => stepOf(other, step))) return refuse('already-exists')
  if (goal.steps.length >= limits.mostPerGoal) return refuse('too-large', 'steps')
  return wordsRefusal(text, limits.longest.text) ?? { kind: 'step.add', goal: goal.id, step, text }
}

/** Who does a step are parties of the case, each named once. (ST2) */
function decidePlan(plan: Plan, { goal, step, who, due }: Command<'step.plan'>): Payload | Refusal {
  const live = liveParties(plan.parties).map((party) => party.person)
  if (new Set(who).size !== who.length || !who.every((person) => live.includes(person))) {
    return refuse('malformed', 'not the parties of this case')
  }
  if (due !== null && !isCalendarDay(due)) return refuse('malformed', 'not a day')
  return { kind: 'step.plan', goal, step, who, due }
}
