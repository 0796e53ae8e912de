import { IconButton } from '../controls/icon-button.js'
import { Menu, type MenuChoice } from '../controls/menu.js'
import { MoreIcon } from '../icons/more-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface GoalMenuProps {
  readonly name: string
  readonly choices: readonly MenuChoice[]
  readonly onChoose: (id: string) => void
}

/** What else can be done with a goal. */
export function GoalMenu({ name, choices, onChoose }: GoalMenuProps) {
  const t = useUiMessages()
  const label = t('goal.more', { name })
  return (
    <Menu
      label={label}
      choices={choices}
      onChoose={onChoose}
      trigger={
        <IconButton label={label} size="small">
          <MoreIcon />
        </IconButton>
      }
    />
  )
}
