import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { Step } from '@accord/domain/goal/step'
import type { StepId } from '@accord/domain/ids'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { GripIcon } from '../icons/grip-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { droppedAfter } from './step-order.js'
import { StepRow } from './step-row.js'

interface SortableStepsProps {
  readonly at: GoalAtHand
  readonly steps: readonly Step[]
  readonly label: string
}

/** Steps that can be dragged to another place, with the mouse or with the keyboard. (ST1) */
export function SortableSteps({ at, steps, label }: SortableStepsProps) {
  const t = useUiMessages()
  const { live, goal } = at
  const { dragAndDropHooks } = useDragAndDrop({
    // A type of its own, so that a step's words don't fall into another page.
    getItems: (keys) => [...keys].map((key) => ({ 'application/x-accord-step': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = steps.find(({ id }) => keys.has(id))
      const beside = steps.find(({ id }) => id === target.key)
      if (!moved || !beside || target.dropPosition === 'on') return
      const after = droppedAfter(steps, moved.id, { id: beside.id, side: target.dropPosition })
      live.command({ name: 'step.move', goal: goal.id, step: moved.id, after })
    },
  })
  return (
    <GridList
      className="ac-steps"
      aria-label={label}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
      dragAndDropHooks={dragAndDropHooks}
    >
      {steps.map((step) => (
        <GridListItem<StepId> key={step.id} id={step.id} className="ac-step-item" textValue={step.text.text}>
          <Button slot="drag" className="ac-grip" aria-label={t('steps.drag', { step: step.text.text })}>
            <GripIcon size={16} />
          </Button>
          <StepRow at={at} step={step} among={steps} />
        </GridListItem>
      ))}
    </GridList>
  )
}
