import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { SafetyPlan } from '@accord/domain/rest/safety'
import { isBlankPlan, type SafetySteps } from '@accord/domain/safety/safety-plan'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { PlanForm } from '@accord/ui/safety/plan-form'
import { PlanView } from '@accord/ui/safety/plan-view'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { AddTo } from '../../lib/add-to.js'
import { casesQuery } from '../../lib/cases.js'
import { firstName } from '../../lib/people.js'
import { failureOf } from '../../lib/request.js'
import { safetyPlansQuery, saveSafetyPlan } from '../../lib/safety.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { KeptPlans } from './kept-plans.js'

/** One's own safety plan, to read and to write, in each case that one is a client of. (SA6, SA7) */
export function OwnPlans() {
  const ui = useUiMessages()
  const { data: list, isError: noCases } = useQuery(casesQuery)
  const mine = (list?.cases ?? []).filter(({ relation }) => relation === 'client')
  const answers = useQueries({ queries: mine.map(({ caseId }) => safetyPlansQuery(caseId)) })
  // Somebody who needs it now is shown what there is, and is not told about a server.
  if (noCases || answers.some(({ isError, data }) => isError && data === undefined)) return <KeptPlans />
  if (list === undefined || answers.some(({ data }) => data === undefined)) {
    return <GoalSkeleton sentence={ui('loading.page')} />
  }
  return answers
    .flatMap(({ data }) => data?.plans ?? [])
    .map((plan) => <OwnPlan key={`${plan.caseId} ${plan.version}`} plan={plan} />)
}

function OwnPlan({ plan }: { readonly plan: SafetyPlan }) {
  const t = usePortalMessages()
  const format = useFormat()
  const [isWriting, setIsWriting] = useState(false)
  const { caseId, client, version, steps, changed, readers, mayWrite } = plan
  const isBlank = isBlankPlan(steps)
  const others = readers.filter(({ person }) => person !== plan.client)
  const names = format.list(others.map(({ name }) => firstName(name)))
  const sees = <p className="ac-muted ac-small">{t('plan.readers', { names })}</p>
  return (
    <section aria-labelledby={`plan-${plan.caseId}`} className="pt-help">
      <h2 className="ac-portal-section" id={`plan-${plan.caseId}`}>
        {t('plan.title')}
      </h2>
      {isWriting ? (
        <Writing plan={plan} onClose={() => setIsWriting(false)}>
          {sees}
        </Writing>
      ) : (
        <>
          {isBlank ? <p className="ac-muted">{t('plan.none')}</p> : <PlanView steps={steps} />}
          {changed !== null && (
            <p className="ac-muted ac-small">
              {t('plan.changed', {
                name: firstName(changed.name),
                when: format.moment(new Date(changed.at), new Date()),
              })}
            </p>
          )}
          {!isBlank && (
            <AddTo caseId={caseId} place={{ kind: 'safety-plan', item: client, entry: version }} />
          )}
          {mayWrite && (
            <Button block onPress={() => setIsWriting(true)}>
              {t(isBlank ? 'plan.begin' : 'plan.write')}
            </Button>
          )}
          {sees}
          {!isBlank && <p className="ac-muted ac-small">{t('plan.kept')}</p>}
        </>
      )}
    </section>
  )
}

interface WritingProps {
  readonly plan: SafetyPlan
  readonly onClose: () => void
  readonly children: ReactNode
}

function Writing({ plan, onClose, children }: WritingProps) {
  const t = usePortalMessages()
  const client = useQueryClient()
  const { queryKey } = safetyPlansQuery(plan.caseId)
  const saving = useMutation({
    mutationFn: (steps: SafetySteps) => saveSafetyPlan(plan, { after: plan.version, steps: mutable(steps) }),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, { plans: [saved] })
      toasts.add({ kind: 'done', words: t('plan.saved') })
      onClose()
    },
  })
  const failure = failureOf(saving.error)
  const isStale = failure?.kind === 'refused' && failure.code === 'words-changed'
  return (
    <PlanForm
      steps={plan.steps}
      isSaving={saving.isPending}
      onSave={(steps) => saving.mutate(steps)}
      onCancel={onClose}
    >
      {children}
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          {t(isStale ? 'plan.stale' : failure?.kind === 'unreachable' ? 'plan.away' : 'plan.failed')}
        </p>
      )}
    </PlanForm>
  )
}

/** The wire's own lists. */
function mutable(steps: SafetySteps) {
  const { signs, coping, people, professionals, surroundings, reasons } = steps
  return {
    ...{ signs: [...signs], coping: [...coping], people: [...people] },
    ...{ professionals: [...professionals], surroundings: [...surroundings], reasons: [...reasons] },
  }
}
