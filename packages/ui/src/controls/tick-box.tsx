import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { CheckIcon } from '../icons/check-icon.js'

interface TickBoxProps {
  readonly label: string
  /** Said to a screen reader instead, where several boxes have one label. */
  readonly name?: string
  readonly isTicked: boolean
  readonly onChange: (isTicked: boolean) => void
}

/** One box with its words beside it. */
export function TickBox({ label, name, isTicked, onChange }: TickBoxProps) {
  return (
    <CheckboxField
      isSelected={isTicked}
      onChange={onChange}
      {...(name === undefined ? {} : { 'aria-label': name })}
    >
      <CheckboxButton className="ac-check ac-tick-box">
        {({ isSelected }) => (
          <>
            <span aria-hidden="true">{isSelected && <CheckIcon size={18} />}</span>
            {label}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}
