import type { UrgentNumber } from '@accord/domain/safety/urgent-numbers'
import { dialled } from '@accord/domain/safety/safety-plan'
import { PhoneIcon } from '../icons/phone-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface NumberListProps {
  readonly numbers: readonly UrgentNumber[]
  /** Whether who publishes each is said as well: for those who answer for the list. */
  readonly withSources?: boolean
}

/** Whom to ring when it can't wait; a press rings. (SA10) */
export function NumberList({ numbers, withSources = false }: NumberListProps) {
  const t = useUiMessages()
  return (
    <ul className="ac-numbers">
      {numbers.map(({ name, number, note, source }) => (
        <li key={`${name} ${number}`}>
          <a className="ac-number" href={dialled(number)} aria-label={t('safety.ring', { name, number })}>
            <PhoneIcon size={20} />
            <span className="ac-number-words">
              <b>{name}</b>
              {note !== '' && <span className="ac-muted">{note}</span>}
            </span>
            <span className="ac-number-digits" dir="ltr">
              {number}
            </span>
          </a>
          {withSources && <p className="ac-muted ac-small">{t('safety.source', { source })}</p>}
        </li>
      ))}
    </ul>
  )
}
