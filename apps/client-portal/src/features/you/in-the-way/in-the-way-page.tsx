import { useQuery } from '@tanstack/react-query'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { casesQuery } from '../../../lib/cases.js'
import { PageTitle } from '../../../lib/page-title.js'
import { paths } from '../../../lib/paths.js'
import { troubleSentence } from '../../../lib/request-trouble.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { InTheWayOfCase } from './in-the-way-of-case.js'

/** What gets in the way of working together: the same list that the practitioner has. (BA3) */
export function InTheWayPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { data: list, error, refetch } = useQuery(casesQuery)
  const mine = list?.cases.filter(({ relation }) => relation === 'client')
  return (
    <PortalShell title={t('inTheWay.title')} back={{ href: paths.you, label: t('inTheWay.back') }}>
      <PageTitle name={t('inTheWay.title')} />
      {mine === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {mine === undefined && error !== null && (
        <ErrorState
          title={t('inTheWay.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      {mine?.length === 0 && <EmptyState title={t('goals.noCase')} sentence={t('inTheWay.noCase')} />}
      {mine?.map((of) => (
        <InTheWayOfCase key={of.caseId} of={of} isOnly={mine.length === 1} />
      ))}
    </PortalShell>
  )
}
