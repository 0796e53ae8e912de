import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

export interface ChartPlace {
  readonly id: string
  readonly label: string
  /** The second line, such as a day. */
  readonly note?: string
  /** All of it in words. */
  readonly name: string
}

interface PlaceRowProps {
  readonly label: string
  readonly places: readonly ChartPlace[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

/** The places under a chart's row as buttons: with a keyboard, left and right go from one to the next. (AL4) */
export function PlaceRow({ label, places, selected, onSelect }: PlaceRowProps) {
  return (
    <ToggleButtonGroup
      className="ac-chart-places"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const next = places.find(({ id }) => keys.has(id))
        if (next !== undefined) onSelect(next.id)
      }}
    >
      {places.map(({ id, label: words, note, name }) => (
        <ToggleButton key={id} id={id} className="ac-chart-place-button" aria-label={name}>
          <b>{words}</b>
          {note !== undefined && <span>{note}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
