import type { Step } from '@accord/domain/goal/step'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { StepRow } from './step-row.js'

interface StepListProps {
  readonly at: GoalAtHand
  readonly steps: readonly Step[]
  /** The steps among which one can be moved, where fewer are shown. */
  readonly among?: readonly Step[]
  readonly label: string
}

/** Steps as a plain list; each one's menu moves it. */
export function StepList({ at, steps, among = steps, label }: StepListProps) {
  return (
    <ul className="ac-steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.id}>
          <StepRow at={at} step={step} among={among} />
        </li>
      ))}
    </ul>
  )
}
