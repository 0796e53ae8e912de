import {
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  FieldError,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
  Text,
  type CheckboxGroupProps,
  type RadioGroupProps,
} from 'react-aria-components'
import { ErrorIcon } from '../icons/error-icon.js'

export interface PillChoice<Id extends string> {
  readonly id: Id
  readonly label: string
}

interface PillWords {
  readonly label: string
  readonly description?: string
  /** Said under the choices, in a sentence that helps. */
  readonly error?: string | undefined
}

interface OnePillProps<Id extends string> extends PillWords {
  readonly choices: readonly PillChoice<Id>[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
}

/** One of a few, all of them in sight. */
export function OnePill<Id extends string>({ choices, chosen, onChoose, ...words }: OnePillProps<Id>) {
  const change: RadioGroupProps['onChange'] = (value) => {
    const found = choices.find(({ id }) => id === value)
    if (found) onChoose(found.id)
  }
  return (
    <RadioGroup className="ac-pills" value={chosen} onChange={change} isInvalid={words.error !== undefined}>
      <PillHead {...words} />
      <div className="ac-pills-row">
        {choices.map(({ id, label }) => (
          <RadioField key={id} value={id} className="ac-pill-field">
            <RadioButton className="ac-pill">
              <span className="ac-pill-mark" data-kind="one" aria-hidden="true" />
              {label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <PillFoot {...words} />
    </RadioGroup>
  )
}

interface ManyPillsProps<Id extends string> extends PillWords {
  readonly choices: readonly PillChoice<Id>[]
  readonly chosen: readonly Id[]
  readonly onChoose: (ids: readonly Id[]) => void
}

/** Any of a few, all of them in sight; kept in the order in which they are offered. */
export function ManyPills<Id extends string>({ choices, chosen, onChoose, ...words }: ManyPillsProps<Id>) {
  const change: CheckboxGroupProps['onChange'] = (values) =>
    onChoose(choices.map(({ id }) => id).filter((id) => values.includes(id)))
  return (
    <CheckboxGroup
      className="ac-pills"
      value={[...chosen]}
      onChange={change}
      isInvalid={words.error !== undefined}
    >
      <PillHead {...words} />
      <div className="ac-pills-row">
        {choices.map(({ id, label }) => (
          <CheckboxField key={id} value={id} className="ac-pill-field">
            <CheckboxButton className="ac-pill">
              <span className="ac-pill-mark" data-kind="many" aria-hidden="true" />
              {label}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
      <PillFoot {...words} />
    </CheckboxGroup>
  )
}

function PillHead({ label }: PillWords) {
  return <Label className="ac-label">{label}</Label>
}

function PillFoot({ description, error }: PillWords) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="ac-hint">
          {description}
        </Text>
      )}
      <FieldError className="ac-field-error">
        <ErrorIcon size={16} />
        <span>{error}</span>
      </FieldError>
    </>
  )
}
