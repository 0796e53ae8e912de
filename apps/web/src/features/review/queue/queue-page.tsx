import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { isUuid, type PersonId } from '@accord/domain/ids'
import type { QueuePage as Page } from '@accord/domain/rest/supervision'
import { ConsoleColumns, ConsolePage } from '@accord/ui/shell/console-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { Frame, InFrame } from '../../../lib/frame.js'
import { useSelf } from '../../../lib/self-context.js'
import { queueQuery } from '../../../lib/supervision.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { useVoice } from '../../../lib/use-voice.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { Queue } from './queue.js'
import { QueueFilter } from './queue-filter.js'
import { QueueSide } from './queue-side.js'

/** A supervisor's cases: who needs them today, this week, or is fine as far as a queue can tell. (SQ1) */
export function QueuePage() {
  const t = useWebMessages()
  const self = useSelf()
  const [search] = useSearchParams()
  const isSupervisor = self.roles.includes('supervisor')
  const { data: everyone, error, refetch } = useQuery({ ...queueQuery(null), enabled: isSupervisor })
  const practitioner = chosenIn(search.get('with'), everyone)
  const { data: shown, error: filterError } = useQuery({
    ...queueQuery(practitioner),
    enabled: everyone !== undefined,
  })
  usePageTitle(t('rooms.reviews'))
  useVoice('supervisor')
  const trouble = error ?? filterError
  return (
    <Frame crumbs={[{ label: self.clinic.name }, { label: t('queue.crumb') }]}>
      {everyone !== undefined && everyone.practitioners.length > 1 && (
        <InFrame slot="status">
          <QueueFilter queue={everyone} chosen={practitioner} />
        </InFrame>
      )}
      {shown === undefined && isSupervisor && (
        <ConsolePage title={t('rooms.reviews')}>
          {trouble === null ? (
            <GoalSkeleton sentence={t('queue.loading')} />
          ) : (
            <FailedPage error={trouble} what={t('queue.what')} onRetry={() => void refetch()} />
          )}
        </ConsolePage>
      )}
      {(!isSupervisor || everyone?.practitioners.length === 0) && (
        <ConsolePage title={t('rooms.reviews')}>
          <EmptyState title={t('queue.empty.title')} sentence={t('queue.empty.sentence')} />
        </ConsolePage>
      )}
      {shown !== undefined && everyone !== undefined && everyone.practitioners.length > 0 && (
        <ConsoleColumns
          sideLabel={t('queue.side')}
          side={<QueueSide queue={everyone} practitioner={practitioner} />}
        >
          <Queue key={practitioner} queue={shown} practitioner={practitioner} />
        </ConsoleColumns>
      )}
    </Frame>
  )
}

/** Whose cases the address asks for; as they were last looked at when it says nothing. (SQ6) */
function chosenIn(asked: string | null, everyone: Page | undefined): PersonId | null {
  if (asked !== null) return isUuid(asked) ? (asked as PersonId) : null
  const kept = everyone?.settings.practitioner ?? null
  return everyone?.practitioners.some(({ person }) => person === kept) ? kept : null
}
