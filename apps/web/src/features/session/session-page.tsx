import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import type { SessionId } from '@accord/domain/ids'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../lib/failed-page.js'
import { Frame } from '../../lib/frame.js'
import { clientsOf } from '../../lib/people.js'
import { boardQuery } from '../../lib/sessions.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { LeftPage } from './left-page.js'
import { PreparePage } from './prepare-page.js'

/** One session by its address: to be prepared, or left behind; a live one is on its goals. */
export function SessionPage() {
  const t = useWebMessages()
  const format = useFormat()
  const { session = '' } = useParams()
  const { data: board, error, refetch, isFetchedAfterMount } = useQuery(boardQuery(session as SessionId))
  const card = board?.card
  const names = card && format.list(clientsOf(card.people).map(({ name }) => name))
  usePageTitle(t('session.page', { names: names ?? t('rooms.clients') }))
  if (card?.state === 'live' && isFetchedAfterMount)
    return <Navigate to={`/clients/${card.caseId}/goals`} replace />
  const crumbs = [
    { label: t('rooms.clients'), href: '/clients' },
    ...(card ? [{ label: names ?? '', href: `/clients/${card.caseId}/sessions` }] : []),
    { label: card ? t('session.number', { number: card.number }) : t('session.crumb') },
  ]
  return (
    <Frame crumbs={crumbs}>
      {board === undefined && (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('session.crumb')}</h1>
          {error === null && <GoalSkeleton sentence={t('session.opening')} />}
          {error !== null && (
            <FailedPage error={error} what={t('session.what')} onRetry={() => void refetch()} />
          )}
        </div>
      )}
      {board?.card.state === 'scheduled' && <PreparePage board={board} />}
      {board !== undefined && !['scheduled', 'live'].includes(board.card.state) && <LeftPage board={board} />}
    </Frame>
  )
}
