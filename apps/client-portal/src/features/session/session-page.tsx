import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { isUuid, type SessionId } from '@accord/domain/ids'
import { useFormat } from '@accord/ui/messages/use-format'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { PageTitle } from '../../lib/page-title.js'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { boardQuery } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { ComingSession } from './coming-session.js'
import { LeftSession } from './left-session.js'
import { LiveSession } from './live-session.js'

/** One session: before it what to bring, in it the agenda and the goals, after it where it was left. */
export function SessionPage() {
  const t = usePortalMessages()
  const format = useFormat()
  const { session = '' } = useParams()
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    ...boardQuery(session as SessionId),
    enabled: isUuid(session),
  })
  const practitioners = board?.card.people.filter(({ relation }) => relation === 'practitioner') ?? []
  const name = format.list(practitioners.map((one) => firstName(one.name)))
  const title = board === undefined ? t('session.title') : t('session.with', { name })
  return (
    <PortalShell title={title} back={{ href: paths.home, label: t('session.back') }}>
      <PageTitle name={t('session.title')} />
      {board === undefined && error === null && isUuid(session) && (
        <GoalSkeleton sentence={t('session.loading')} />
      )}
      {board === undefined && (error !== null || !isUuid(session)) && (
        <ErrorState
          title={t('session.notThere')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      {board?.card.state === 'scheduled' && <ComingSession board={board} />}
      {board?.card.state === 'live' && <LiveSession board={board} />}
      {board?.card.state === 'cancelled' && (
        <EmptyState title={t('session.cancelled')} sentence={t('session.cancelledNext')} />
      )}
      {board !== undefined && ['ended', 'noted', 'signed'].includes(board.card.state) && (
        <LeftSession board={board} />
      )}
    </PortalShell>
  )
}
