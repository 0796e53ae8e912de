import type { BarrierEntry } from '@accord/domain/barrier/barrier'
import type { ShownBarrier } from '@accord/domain/rest/barriers'
import type { PersonName } from '@accord/domain/sync/wire'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface BarrierHistoryProps {
  readonly people: readonly PersonName[]
  readonly barrier: ShownBarrier
}

/** Every step and every word of it, with its day and person; none of it ever changes. (BA2) */
export function BarrierHistory({ people, barrier: { entries, kind } }: BarrierHistoryProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const stepOf = (entry: BarrierEntry) => (entry.kind === 'said' ? 'said' : entry.station)
  const by = (entry: BarrierEntry) => ({
    name: givenName(personOf(people, entry.by)?.name ?? ''),
    day: format.moment(new Date(entry.at), now),
  })
  return (
    <div className="web-barrier-history">
      <p className="ac-muted ac-small">{t(`barriers.kind.${kind}`)}</p>
      <ol className="web-phase-history">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p className="ac-small">
              <b>{t('barriers.step', { step: stepOf(entry) })}</b>{' '}
              <span className="ac-muted">{t('barriers.stepBy', by(entry))}</span>
            </p>
            {entry.words !== null && (
              <p className="web-reason" dir="auto">
                {entry.words}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
