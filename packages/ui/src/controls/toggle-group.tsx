import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

export interface ToggleChoice<Id extends string> {
  readonly id: Id
  readonly label: string
}

export interface ToggleGroupProps<Id extends string> {
  readonly label: string
  readonly choices: readonly ToggleChoice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** One of a few ways to look at the same thing; exactly one is always chosen. */
export function ToggleGroup<Id extends string>({ label, choices, chosen, onChoose }: ToggleGroupProps<Id>) {
  return (
    <ToggleButtonGroup
      className="ac-toggles"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = choices.find((choice) => keys.has(choice.id))
        if (next !== undefined && next.id !== chosen) onChoose(next.id)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className="ac-toggle">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
