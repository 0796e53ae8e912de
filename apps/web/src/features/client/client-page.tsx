import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../lib/failed-page.js'
import { Frame } from '../../lib/frame.js'
import { clientsOf } from '../../lib/people.js'
import { EMERGENCY_ADDRESS } from '../../lib/emergency/emergency.js'
import { RecordErased } from '../../lib/record-erased.js'
import { RecordRestricted } from '../../lib/record-restricted.js'
import { isErased, isNotFound, refusalCode, tombstoneOf } from '../../lib/request-failure.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { caseQuery } from './api/case.js'
import { OpenClient, type ClientTab } from './open-client.js'

/** One client's room: the goals, live, and how they came to be. */
export function ClientPage({ tab }: { readonly tab: ClientTab }) {
  const t = useWebMessages()
  const format = useFormat()
  const { caseId = '' } = useParams()
  const { data: summary, error, refetch } = useQuery(caseQuery(caseId))
  const name = summary && format.list(clientsOf(summary.people).map((client) => client.name))
  usePageTitle(t(`client.title.${tab}`, { name: name ?? t('rooms.clients') }))
  const crumbs = [{ label: t('rooms.clients'), href: '/clients' }, { label: name ?? t('client.unnamed') }]
  return (
    <Frame crumbs={crumbs}>
      {summary === undefined ? (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('client.unnamed')}</h1>
          {error === null && <GoalSkeleton sentence={t('client.loading')} />}
          {error !== null && <NotOpened error={error} caseId={caseId} onRetry={() => void refetch()} />}
        </div>
      ) : (
        <OpenClient summary={summary} tab={tab} />
      )}
    </Frame>
  )
}

interface NotOpenedProps {
  readonly error: Error
  readonly caseId: string
  readonly onRetry: () => void
}

/** Why a record doesn't open: one reason, the most particular. */
function NotOpened({ error, caseId, onRetry }: NotOpenedProps) {
  const t = useWebMessages()
  if (refusalCode(error) === 'restricted') return <RecordRestricted caseId={caseId} />
  if (isErased(error)) return <RecordErased erased={tombstoneOf(error)} />
  if (isNotFound(error)) return <NotShared />
  return <FailedPage error={error} what={t('client.what')} onRetry={onRetry} />
}

/** A case that doesn't exist and one that isn't shared look the same. (AC5) */
function NotShared() {
  const t = useWebMessages()
  return (
    <ErrorState
      icon={<LockIcon size={30} />}
      title={t('client.notShared.title')}
      sentence={t('client.notShared.sentence')}
      actions={
        <>
          <ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>
          <ButtonLink kind="quiet" href={EMERGENCY_ADDRESS}>
            {t('emergency.entry')}
          </ButtonLink>
        </>
      }
    />
  )
}
