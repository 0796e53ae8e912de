import type { Step } from '@accord/domain/goal/step'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { CheckIcon } from '../icons/check-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface StepTickProps {
  readonly at: GoalAtHand
  readonly step: Step
}

/** Done or not, ticked in the ink of whoever does it; taking it back is another press. (ST3) */
export function StepTick({ at, step }: StepTickProps) {
  const t = useUiMessages()
  const { live, goal, voices, mayWrite } = at
  const doer = step.who.length === 1 ? step.who[0] : step.done?.by
  const isDone = step.done !== null
  return (
    <label className="ac-tick" data-relation={doer && voices[doer]?.relation}>
      <input
        type="checkbox"
        checked={isDone}
        disabled={!mayWrite}
        aria-label={t('steps.done', { step: step.text.text })}
        onChange={() => live.command({ name: 'step.done', goal: goal.id, step: step.id, done: !isDone })}
      />
      <span aria-hidden="true">{isDone && <CheckIcon size={14} />}</span>
    </label>
  )
}
