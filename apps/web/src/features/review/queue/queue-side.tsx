import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '@accord/domain/ids'
import type { QueuePage, SupervisionPair } from '@accord/domain/rest/supervision'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { Link } from '@accord/ui/controls/link'
import { givenName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { pairIds, pairsQuery } from '../../../lib/supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { AgendaSection } from '../supervision/agenda-section.js'
import { HoursSection } from '../supervision/hours-section.js'

interface QueueSideProps {
  /** Everybody's cases. */
  readonly queue: QueuePage
  readonly practitioner: PersonId | null
}

/** What the supervisor and one practitioner talk about next, their hours, and how the queue decides. */
export function QueueSide({ queue, practitioner }: QueueSideProps) {
  const t = useWebMessages()
  const self = useSelf()
  const { data } = useQuery(pairsQuery)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const pairs = (data?.pairs ?? []).filter(
    ({ supervisor, isCurrent }) => isCurrent && supervisor.person === self.person.id,
  )
  const wanted = practitioner ?? chosen ?? mostCases(queue)
  const pair = pairs.find((one) => one.practitioner.person === wanted) ?? pairs[0]
  const { thresholds } = queue
  return (
    <>
      {practitioner === null && pairs.length > 1 && pair !== undefined && (
        <section className="web-qside-whose">
          <ChoiceField
            label={t('agenda.whose')}
            choices={pairs.map((one) => ({ id: one.practitioner.person, label: one.practitioner.name }))}
            chosen={pair.practitioner.person}
            onChoose={setChosen}
          />
        </section>
      )}
      {pair !== undefined && <Together key={pair.practitioner.person} pair={pair} />}
      <section aria-labelledby="queue-decides">
        <h2 className="ac-subheading" id="queue-decides">
          {t('queue.decides.title')}
        </h2>
        <p className="ac-muted ac-small">{t('queue.decides.order')}</p>
        <p className="ac-muted ac-small">{t('queue.decides.days', { ...thresholds })}</p>
        <p className="ac-muted ac-small">{t('queue.decides.review', { ...thresholds })}</p>
        {self.roles.includes('administrator') && (
          <Link href="/administration/supervision">{t('queue.decides.change')}</Link>
        )}
      </section>
    </>
  )
}

function Together({ pair }: { readonly pair: SupervisionPair }) {
  const ids = pairIds(pair)
  const other = givenName(pair.practitioner.name)
  return (
    <>
      <AgendaSection pair={pair} other={other} />
      <HoursSection pair={ids} other={other} log={`/reviews/log?with=${ids.practitioner}`} />
    </>
  )
}

function mostCases({ practitioners }: QueuePage): PersonId | null {
  return [...practitioners].sort((a, b) => b.cases - a.cases)[0]?.person ?? null
}
