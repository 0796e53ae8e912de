import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { casesQuery } from '../../lib/cases.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { practitionersOf } from './case-names.js'
import { ItemsOfCase } from './items-of-case.js'

/** Everything in the record that stays as it is, and saying of it what is not right. (AD1) */
export function ItemsPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const { data: list, error, refetch } = useQuery(casesQuery)
  const cases = list?.cases ?? []
  return (
    <PortalShell title={t('addenda.title')} back={{ href: paths.record, label: t('record.title') }}>
      <PageTitle name={t('addenda.title')} />
      <p className="ac-muted">{t('addenda.lead')}</p>
      {list === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {list === undefined && error !== null && (
        <ErrorState
          title={t('addenda.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      {cases.map((one) => (
        <div key={one.caseId}>
          {cases.length > 1 && (
            <p className="ac-muted ac-small">
              {t('record.case', { names: format.list(practitionersOf(one)) })}
            </p>
          )}
          <ItemsOfCase caseId={one.caseId} />
        </div>
      ))}
    </PortalShell>
  )
}
