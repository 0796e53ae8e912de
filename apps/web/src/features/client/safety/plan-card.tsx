import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { SafetyPlan, SafetyPlans } from '@accord/domain/rest/safety'
import { isBlankPlan, type SafetySteps } from '@accord/domain/safety/safety-plan'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { PlanForm } from '@accord/ui/safety/plan-form'
import { PlanView } from '@accord/ui/safety/plan-view'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { givenName } from '../../../lib/people.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { safetyPlansQuery, saveSafetyPlan } from '../api/measures.js'

/** One client's plan: read first, written together. (SA6, SA7) */
export function PlanCard({ plan }: { readonly plan: SafetyPlan }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const titleId = useId()
  const [isWriting, setIsWriting] = useState(false)
  const { caseId, client, name, changed, steps, mayWrite, version } = plan
  const isOfPlan = (one: RecordAddendum) => one.kind === 'safety-plan' && one.item === client
  const isBlank = isBlankPlan(steps)
  return (
    <section className="web-safety-plan" aria-labelledby={titleId}>
      <div className="web-safety-head">
        <h2 className="ac-heading" id={titleId}>
          {t('safety.plan', { name: givenName(name) })}
        </h2>
        {changed !== null && (
          <span className="ac-muted ac-small">
            {t('safety.plan.changed', {
              name: givenName(changed.name),
              when: format.moment(new Date(changed.at), now),
            })}
          </span>
        )}
      </div>
      {isWriting ? (
        <Writing key={version} plan={plan} onClose={() => setIsWriting(false)} />
      ) : (
        <>
          {isBlank ? <p className="ac-muted">{t('safety.plan.none')}</p> : <PlanView steps={steps} />}
          <AddedBeside caseId={caseId} isHere={(one) => isOfPlan(one) && one.entry === version} />
          <AddedBeside caseId={caseId} isHere={(one) => isOfPlan(one) && one.entry < version} isEarlier />
          {mayWrite && (
            <Button onPress={() => setIsWriting(true)}>
              {t(isBlank ? 'safety.plan.begin' : 'safety.plan.write')}
            </Button>
          )}
          <Readers plan={plan} />
        </>
      )}
    </section>
  )
}

interface WritingProps {
  readonly plan: SafetyPlan
  readonly onClose: () => void
}

function Writing({ plan, onClose }: WritingProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const { caseId, client, version: after } = plan
  const { queryKey } = safetyPlansQuery(caseId)
  const saving = useMutation({
    mutationFn: (steps: SafetySteps) => {
      return saveSafetyPlan(caseId, client, { after, steps: mutable(steps) })
    },
    onSuccess: (saved) => {
      queries.setQueryData<SafetyPlans>(queryKey, (before) => ({
        plans: before?.plans.map((one) => (one.client === client ? saved : one)) ?? [saved],
      }))
      onClose()
    },
  })
  const isStale = refusalCode(saving.error) === 'words-changed'
  return (
    <PlanForm
      steps={plan.steps}
      isSaving={saving.isPending}
      onSave={(steps) => saving.mutate(steps)}
      onCancel={onClose}
    >
      <Readers plan={plan} />
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          {t(isStale ? 'safety.plan.stale' : 'save.server')}
        </p>
      )}
    </PlanForm>
  )
}

/** Who reads it is said beside every box. (SA7) */
function Readers({ plan: { readers } }: { readonly plan: SafetyPlan }) {
  const t = useWebMessages()
  const format = useFormat()
  return (
    <p className="ac-muted ac-small">
      {t('safety.plan.readers', { names: format.list(readers.map(({ name }) => givenName(name))) })}
    </p>
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
