import type { Goal } from '../goal/goal.js'
import type { Step } from '../goal/step.js'
import type { Payload } from '../history/payload.js'
import type { StepId } from '../ids.js'
import { EMPTY_TEXT, writtenBy } from '../text/attributed.js'
import type { Stamp } from './stamp.js'
import { stepOf, withStep } from './plan.js'

/** Entries about one step of a goal. */
export type StepPayload = Extract<
  Payload,
  { kind: 'step.add' | 'step.move' | 'step.plan' | 'step.done' | 'step.setAside' }
>

/** A goal after an entry about one of its steps, before agreements are looked at again. */
export function enactStep(goal: Goal, stamp: Stamp, payload: StepPayload): Goal {
  if (payload.kind === 'step.add') {
    return { ...goal, steps: [...goal.steps, newStep(stamp, payload.step, payload.text)] }
  }
  const step = stepOf(goal, payload.step)
  if (!step) throw new RangeError('entry names a step that the goal does not have')
  const lastChange = { by: stamp.author, at: stamp.at }
  switch (payload.kind) {
    case 'step.move':
      return { ...goal, steps: moved(goal.steps, step, payload.after) }
    case 'step.plan':
      return withStep(goal, { ...step, who: payload.who, due: payload.due, lastChange })
    case 'step.done':
      return withStep(goal, { ...step, done: payload.done ? lastChange : null })
    case 'step.setAside':
      return withStep(goal, { ...step, setAside: payload.aside })
  }
}

function newStep(stamp: Stamp, id: StepId, text: string): Step {
  return {
    id,
    text: writtenBy(stamp.author, text),
    helps: EMPTY_TEXT,
    who: [],
    due: null,
    done: null,
    setAside: false,
    startedBy: stamp.author,
    startedAt: stamp.at,
    lastChange: { by: stamp.author, at: stamp.at },
    answers: [],
    agreed: null,
    lapsedAt: null,
  }
}

function moved(steps: readonly Step[], step: Step, after: StepId | null): readonly Step[] {
  const others = steps.filter((other) => other.id !== step.id)
  others.splice(after === null ? 0 : others.findIndex((other) => other.id === after) + 1, 0, step)
  return others
}
