import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { CaseId } from '@accord/domain/ids'
import { ButtonLink } from '@accord/ui/controls/link'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { consentsQuery } from '../../lib/consents.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { failureOf } from '../../lib/request.js'
import { PageTrouble } from '../../lib/page-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { ConsentForm } from './consent-form.js'

/** What is asked of a client before the work begins, and again when its words change. (CO5) */
export function ConsentPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { caseId = '', client = '' } = useParams()
  const { data: found, error, refetch } = useQuery(consentsQuery(caseId as CaseId))
  const one = found?.clients.find((of) => of.client === client && of.mayAnswer)
  if (found !== undefined && one !== undefined && one.asked.length > 0) {
    const versions = found.texts.map(({ hash }) => hash).join()
    return <ConsentForm key={versions} consents={found} of={one} />
  }
  const failure = failureOf(error)
  const isRefused = failure?.kind === 'refused' && failure.code !== 'erased'
  const isAbsent = found !== undefined ? one === undefined : isRefused
  return (
    <PortalShell title={t('consent.page')} back={{ href: paths.home, label: t('rooms.home') }}>
      <PageTitle name={t('consent.page')} />
      {found === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {isAbsent && (
        <EmptyState
          title={t('consent.absent')}
          sentence={t('consent.absentNext')}
          actions={<ButtonLink href={paths.home}>{t('rooms.home')}</ButtonLink>}
        />
      )}
      {one !== undefined && (
        <EmptyState
          title={t('consent.done')}
          sentence={t('consent.doneNext')}
          actions={<ButtonLink href={paths.record}>{t('record.title')}</ButtonLink>}
        />
      )}
      {found === undefined && error !== null && !isAbsent && (
        <PageTrouble title={t('consent.failed')} error={error} onRetry={() => void refetch()} />
      )}
    </PortalShell>
  )
}
