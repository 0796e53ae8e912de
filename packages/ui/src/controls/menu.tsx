import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly isDisabled?: boolean
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly label: string
  readonly choices: readonly MenuChoice[]
  readonly onChoose: (id: string) => void
}

export function Menu({ trigger, label, choices, onChoose }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ac-popover" placement="bottom end">
        <AriaMenu className="ac-menu" aria-label={label} onAction={(key) => onChoose(String(key))}>
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className="ac-menu-item"
              textValue={choice.label}
              isDisabled={choice.isDisabled ?? false}
            >
              {choice.icon}
              {choice.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
