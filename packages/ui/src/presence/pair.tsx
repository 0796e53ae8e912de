import { initialsOf } from './initials.js'

export interface PairPerson {
  readonly name: string
  readonly isPresent: boolean
}

export interface PairProps {
  readonly practitioner: PairPerson
  readonly client: PairPerson
  readonly size?: 'small' | 'medium' | 'large'
}

/** Two half-discs make one circle: left the practitioner, right the client; hollow while away. */
export function Pair({ practitioner, client, size = 'medium' }: PairProps) {
  const letters = (name: string): string =>
    size === 'large' ? initialsOf(name) : initialsOf(name).slice(0, 1)
  return (
    <span className="ac-pair" data-size={size} aria-hidden="true">
      <span data-relation="practitioner" data-present={practitioner.isPresent ? '' : undefined}>
        {letters(practitioner.name)}
      </span>
      <span data-relation="client" data-present={client.isPresent ? '' : undefined}>
        {letters(client.name)}
      </span>
    </span>
  )
}
