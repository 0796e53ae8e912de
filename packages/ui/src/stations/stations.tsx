export interface StationWords {
  readonly id: string
  /** Behind, the one that is open now, or still ahead. */
  readonly standing: 'passed' | 'open' | 'ahead'
  readonly label: string
  /** When and who, or what was said there. */
  readonly note?: string | undefined
}

interface StationsProps {
  /** What goes through them. */
  readonly label: string
  readonly stations: readonly StationWords[]
}

/** What moves from station to station, drawn as a line with a stop for each; the open one is ochre. */
export function Stations({ label, stations }: StationsProps) {
  return (
    <ol className="ac-stations" aria-label={label}>
      {stations.map(({ id, standing, label: name, note }) => (
        <li
          key={id}
          data-standing={standing}
          {...(standing === 'open' ? { 'aria-current': 'step' as const } : {})}
        >
          {name}
          {note !== undefined && <small dir="auto">{note}</small>}
        </li>
      ))}
    </ol>
  )
}
