import { useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { NumberList } from '@accord/ui/safety/number-list'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { AddedTrouble } from '../../../lib/added/added-trouble.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { SafetyAlertCard } from '../../../lib/safety/safety-alert-card.js'
import { numbersQuery, safetyAlertsQuery } from '../../../lib/safety/safety.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { safetyPlansQuery } from '../api/measures.js'
import { PlanCard } from './plan-card.js'

/** What keeps this client safe: what has to be seen now, the plan that both wrote, and whom to ring. (SA3, SA6, SA10) */
export function SafetyTab({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { caseId } = summary
  const { data, error, refetch } = useQuery(safetyPlansQuery(caseId))
  const { data: told } = useQuery(safetyAlertsQuery)
  const alerts = (told?.alerts ?? []).filter((alert) => alert.caseId === caseId)
  return (
    <ConsoleColumns sideLabel={t('safety.side')} side={<Numbers />}>
      <div className="web-safety">
        {alerts.length > 0 && (
          <div className="web-safety-alerts">
            {alerts.map((alert) => (
              <SafetyAlertCard key={alert.id} alert={alert} />
            ))}
          </div>
        )}
        <AddedTrouble caseId={caseId} />
        {data?.plans.map((plan) => (
          <PlanCard key={plan.client} plan={plan} />
        ))}
        {data === undefined && error === null && <GoalSkeleton sentence={t('safety.loading')} />}
        {data === undefined && error !== null && (
          <FailedPage error={error} what={t('safety.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </ConsoleColumns>
  )
}

/** The clinic's own numbers; until somebody read them over, that they are its country's. (SA10) */
function Numbers() {
  const t = useWebMessages()
  const { data: page, isError } = useQuery(numbersQuery)
  return (
    <section>
      <h2 className="ac-subheading">{t('safety.numbers')}</h2>
      <p className="ac-muted ac-small">{t('safety.numbers.hint')}</p>
      {page !== undefined && <NumberList numbers={page.numbers} />}
      {page?.version === 0 && <p className="ac-note">{t('safety.numbers.unread')}</p>}
      {isError && page === undefined && <p className="ac-muted ac-small">{t('safety.numbers.failed')}</p>}
    </section>
  )
}
