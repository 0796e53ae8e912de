import { Link } from 'react-aria-components'
import type { PersonId } from '@accord/domain/ids'
import type { QueuePage } from '@accord/domain/rest/supervision'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useQueueSettings } from './use-queue-settings.js'

const CURRENT = { 'aria-current': 'true' } as const

interface QueueFilterProps {
  readonly queue: QueuePage
  readonly chosen: PersonId | null
}

/** Whose cases, each with how many; what one looked at last is kept. */
export function QueueFilter({ queue, chosen }: QueueFilterProps) {
  const t = useWebMessages()
  const { keep } = useQueueSettings()
  const { practitioners, counts, settings } = queue
  const all = counts.today + counts['this-week'] + counts.fine
  const choices = [
    { person: null, label: t('queue.everyone'), cases: all },
    ...practitioners.map(({ person, name, cases }) => ({ person, label: givenName(name), cases })),
  ]
  return (
    <nav className="web-qfilter" aria-label={t('queue.whose')}>
      {choices.map(({ person, label, cases }) => (
        <Link
          key={person}
          className="web-qfilter-choice"
          href={`/reviews?with=${person ?? 'everyone'}`}
          onPress={() => keep({ ...settings, practitioner: person })}
          {...(person === chosen ? CURRENT : {})}
        >
          {label} <small className="ac-num">{cases}</small>
        </Link>
      ))}
    </nav>
  )
}
