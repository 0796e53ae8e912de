import { useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { Link } from '@accord/ui/controls/link'
import { caseSessionsQuery } from '../../lib/sessions.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const MOST_DRAWN = 24

/** "4 of 6 left": each session a square, those that were used hatched. (SE15) */
export function BudgetCard({ caseId }: { readonly caseId: CaseId }) {
  const t = useWebMessages()
  const { data } = useQuery(caseSessionsQuery(caseId))
  if (data === undefined) return null
  const { of, used, booked } = data.budget
  return (
    <section aria-labelledby="prepare-budget">
      <h2 className="ac-heading" id="prepare-budget">
        {of === null ? t('prepare.budget') : t('prepare.budget.left', { left: Math.max(0, of - used), of })}
      </h2>
      {of !== null && of <= MOST_DRAWN && (
        <div className="web-budget" aria-hidden="true">
          {Array.from({ length: of }, (_, at) => (
            <span
              key={at}
              data-used={at < used ? '' : undefined}
              data-booked={at >= used && at < used + booked ? '' : undefined}
            />
          ))}
        </div>
      )}
      <p className="ac-muted ac-small">{t('prepare.budget.facts', { used, booked })}</p>
      <p className="ac-small">
        <Link href={`/clients/${caseId}/sessions`}>
          {t(of === null ? 'prepare.budget.set' : 'prepare.budget.change')}
        </Link>
      </p>
    </section>
  )
}
