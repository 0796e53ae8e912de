import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { failureOf } from '../../lib/request.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { checkInQuery } from './api/check-in.js'
import { CheckInForm } from './check-in-form.js'
import { CheckInStanding } from './check-in-standing.js'

/** How it was, working together: asked once after a session, and as easy to leave. (CI1–CI5) */
export function CheckInPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const { session = '' } = useParams()
  const { data: found, error, refetch } = useQuery(checkInQuery(session))
  const title =
    found === undefined
      ? t('checkIn.page')
      : t('checkIn.session', {
          number: found.session.number,
          day: format.relativeDay(new Date(found.session.endedAt), new Date()),
        })
  const isAbsent = failureOf(error)?.kind === 'refused'
  return (
    <PortalShell title={title} back={{ href: paths.home, label: t('checkIn.back') }}>
      <PageTitle name={t('checkIn.page')} />
      {found !== undefined && found.mayWrite && <CheckInForm key={found.session.session} of={found} />}
      {found !== undefined && !found.mayWrite && <CheckInStanding of={found} />}
      {found === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {found === undefined && isAbsent && (
        <EmptyState
          title={t('checkIn.absent')}
          sentence={t('checkIn.absentNext')}
          actions={<ButtonLink href={paths.home}>{t('checkIn.back')}</ButtonLink>}
        />
      )}
      {found === undefined && error !== null && !isAbsent && (
        <ErrorState
          title={t('checkIn.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
    </PortalShell>
  )
}
