import type { Step } from '@accord/domain/goal/step'
import { IconButton } from '../controls/icon-button.js'
import { Menu } from '../controls/menu.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { MoreIcon } from '../icons/more-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { stepAfter } from './step-order.js'

interface StepMenuProps {
  readonly at: GoalAtHand
  readonly step: Step
  readonly among: readonly Step[]
  readonly onOpen: () => void
}

/** What else can be done with a step; nobody deletes one. (ST1) */
export function StepMenu({ at, step, among, onOpen }: StepMenuProps) {
  const t = useUiMessages()
  const { live, goal } = at
  const up = stepAfter(among, step.id, -1)
  const down = stepAfter(among, step.id, 1)
  const choose = (id: string) => {
    const place = { goal: goal.id, step: step.id }
    if (id === 'open') onOpen()
    if (id === 'up' && up !== undefined) live.command({ name: 'step.move', ...place, after: up })
    if (id === 'down' && down !== undefined) live.command({ name: 'step.move', ...place, after: down })
    if (id === 'aside') live.command({ name: 'step.setAside', ...place, aside: true })
  }
  const label = t('steps.more', { step: step.text.text })
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label} size="small">
          <MoreIcon />
        </IconButton>
      }
      onChoose={choose}
      choices={[
        { id: 'open', label: t('steps.open') },
        { id: 'up', label: t('steps.up'), isDisabled: up === undefined },
        { id: 'down', label: t('steps.down'), isDisabled: down === undefined },
        { id: 'aside', label: t('steps.aside') },
      ]}
    />
  )
}
