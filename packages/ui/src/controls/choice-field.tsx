import { useId } from 'react'
import { DownIcon } from '../icons/down-icon.js'

export interface FieldChoice<Id extends string> {
  readonly id: Id
  readonly label: string
}

interface ChoiceFieldProps<Id extends string> {
  readonly label: string
  readonly choices: readonly FieldChoice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** One of several in little room: the device's own list, which every phone and reader knows. */
export function ChoiceField<Id extends string>({ label, choices, chosen, onChoose }: ChoiceFieldProps<Id>) {
  const id = useId()
  return (
    <span className="ac-choice">
      <label htmlFor={id}>{label}</label>
      <span className="ac-choice-list">
        <select
          id={id}
          value={chosen}
          onChange={(event) => {
            const next = choices.find((choice) => choice.id === event.target.value)
            if (next !== undefined) onChoose(next.id)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
        <DownIcon size={14} />
      </span>
    </span>
  )
}
