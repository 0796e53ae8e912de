import type { ReactNode } from 'react'
import { SwitchButton, SwitchField } from 'react-aria-components'

interface SwitchProps {
  readonly label: ReactNode
  /** Smaller, below the label: what on and off mean. */
  readonly note?: ReactNode
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

/** On or off, with its words beside it; the whole row is the target. */
export function Switch({ label, note, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <SwitchField isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      <SwitchButton className="ac-switch">
        <span className="ac-switch-words">
          <b>{label}</b>
          {note !== undefined && <span className="ac-muted">{note}</span>}
        </span>
        <span className="ac-switch-track" aria-hidden="true" />
      </SwitchButton>
    </SwitchField>
  )
}
