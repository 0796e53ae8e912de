import { LEVELS, type Level } from '@accord/domain/goal/scale'
import { useFormat } from '../messages/use-format.js'

interface LadderProps {
  /** The five levels in words, lowest first. */
  readonly levels: readonly string[]
  /** Where somebody is; null before anybody has rated. */
  readonly rung: Level | null
  readonly label: string
}

/** Five rungs in people's own words, the highest on top, the present one tinted. */
export function Ladder({ levels, rung, label }: LadderProps) {
  const format = useFormat()
  return (
    <ol className="ac-ladder" aria-label={label}>
      {[...LEVELS].reverse().map((level) => (
        <li key={level} aria-current={level === rung ? 'true' : undefined}>
          <b className="ac-num">{format.signed(level)}</b>
          <span dir="auto">{levels[level + 2]}</span>
        </li>
      ))}
    </ol>
  )
}

/** A rating's value as a rung, where it is one. */
export function rungOf(value: number | undefined): Level | null {
  return LEVELS.find((level) => level === value) ?? null
}
