import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { SupervisionPair } from '@accord/domain/rest/supervision'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { ConsoleColumns, ConsolePage } from '@accord/ui/shell/console-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { Frame } from '../../../lib/frame.js'
import { givenName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { pairIds, pairsQuery } from '../../../lib/supervision.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { useVoice } from '../../../lib/use-voice.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { AgendaSection } from './agenda-section.js'
import { HoursChecks } from './hours-checks.js'
import { HoursSection } from './hours-section.js'
import { MeetingLog } from './meeting-log.js'

interface LogPageProps {
  /** As which of the two one is here. */
  readonly as: 'supervisor' | 'practitioner'
}

/** The agenda and the log that a supervisor and a practitioner keep, from either side. (SQ7–SQ13) */
export function LogPage({ as }: LogPageProps) {
  const t = useWebMessages()
  const self = useSelf()
  const [search, setSearch] = useSearchParams()
  const { data, error, refetch } = useQuery(pairsQuery)
  usePageTitle(t('supervision.title'))
  useVoice(as)
  const pairs = (data?.pairs ?? []).filter((pair) => pair[as].person === self.person.id)
  const wanted = search.get('with')
  const pair = pairs.find((one) => otherOf(one, as).person === wanted) ?? pairs[0]
  const above =
    as === 'supervisor' ? { label: t('rooms.reviews'), href: '/reviews' } : { label: self.clinic.name }
  return (
    <Frame crumbs={[above, { label: t('supervision.title') }]}>
      {pair === undefined ? (
        <ConsolePage title={t('supervision.title')}>
          {data === undefined && error === null && <GoalSkeleton sentence={t('supervision.loading')} />}
          {data === undefined && error !== null && (
            <FailedPage error={error} what={t('supervision.what')} onRetry={() => void refetch()} />
          )}
          {data !== undefined && (
            <EmptyState title={t('supervision.empty.title')} sentence={t(`supervision.empty.${as}`)} />
          )}
        </ConsolePage>
      ) : (
        <Together key={otherOf(pair, as).person} pair={pair} as={as}>
          {pairs.length > 1 && (
            <ChoiceField
              label={t('agenda.whose')}
              choices={pairs.map((one) => ({ id: otherOf(one, as).person, label: otherOf(one, as).name }))}
              chosen={otherOf(pair, as).person}
              onChoose={(id) => setSearch({ with: id })}
            />
          )}
        </Together>
      )}
    </Frame>
  )
}

interface TogetherProps extends LogPageProps {
  readonly pair: SupervisionPair
  readonly children: ReactNode
}

function Together({ pair, as, children }: TogetherProps) {
  const t = useWebMessages()
  const other = givenName(otherOf(pair, as).name)
  return (
    <ConsoleColumns
      sideLabel={t('supervision.title')}
      side={
        <>
          <AgendaSection pair={pair} other={other} />
          <HoursSection pair={pairIds(pair)} other={givenName(pair.practitioner.name)} log={null} />
          <HoursChecks pair={pairIds(pair)} />
        </>
      }
    >
      <MeetingLog pair={pair} as={as} other={other} choice={children} />
    </ConsoleColumns>
  )
}

function otherOf(pair: SupervisionPair, as: LogPageProps['as']) {
  return as === 'supervisor' ? pair.practitioner : pair.supervisor
}
