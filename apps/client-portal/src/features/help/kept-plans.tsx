import { useQuery } from '@tanstack/react-query'
import { isBlankPlan } from '@accord/domain/safety/safety-plan'
import { useFormat } from '@accord/ui/messages/use-format'
import { PlanView } from '@accord/ui/safety/plan-view'
import { keptSafetyQuery } from '../../lib/safety.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** The copy of this device, where the server can't be asked; nothing is said where there is none. (SA9) */
export function KeptPlans() {
  const t = usePortalMessages()
  const format = useFormat()
  const { data: kept } = useQuery(keptSafetyQuery)
  const plans = (kept?.plans ?? []).filter(({ steps }) => !isBlankPlan(steps))
  if (!kept || plans.length === 0) return null
  return plans.map((plan) => (
    <section key={plan.caseId} aria-labelledby={`kept-${plan.caseId}`} className="pt-help">
      <h2 className="ac-portal-section" id={`kept-${plan.caseId}`}>
        {t('plan.title')}
      </h2>
      <PlanView steps={plan.steps} />
      <p className="ac-muted ac-small">
        {t('plan.copy', { when: format.moment(new Date(kept.at), new Date()) })}
      </p>
    </section>
  ))
}
