import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import {
  AGE_JURISDICTIONS,
  FEWEST_YEARS,
  GUARDIAN_AGES,
  MOST_YEARS,
  type AgeJurisdiction,
} from '@accord/domain/case/guardian-age'
import { guardianRuleSchema, type GuardianRule } from '@accord/domain/rest/guardians'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { TextField } from '@accord/ui/controls/text-field'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { guardianRuleQuery, setGuardianRule } from '../api/guardian-rule.js'
import { SaveTrouble } from '../save-trouble.js'

/** At which age a guardian's part ends by rule. (GU1) */
export function GuardianRuleSection() {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(guardianRuleQuery)
  return (
    <section className="web-guardian-rule" aria-labelledby="guardian-rule">
      <h2 className="ac-heading" id="guardian-rule">
        {t('desk.guardians.title')}
      </h2>
      <p className="ac-muted">{t('desk.guardians.lead')}</p>
      {data !== undefined && <RuleForm key={data.version} rule={data} />}
      {data === undefined && error === null && <GoalSkeleton sentence={t('desk.guardians.loading')} />}
      {data === undefined && error !== null && (
        <FailedPage error={error} what={t('desk.guardians.what')} onRetry={() => void refetch()} />
      )}
    </section>
  )
}

function RuleForm({ rule }: { readonly rule: GuardianRule }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [jurisdiction, setJurisdiction] = useState<AgeJurisdiction>(rule.jurisdiction)
  const [typed, setTyped] = useState(String(rule.age))
  const [isAsked, setIsAsked] = useState(false)
  const age = Number(typed.trim() || Number.NaN)
  const body = guardianRuleSchema.safeParse({ after: rule.version, jurisdiction, age })
  const bounds = { fewest: FEWEST_YEARS, most: MOST_YEARS }
  const saving = useMutation({
    mutationFn: async () => (body.success ? setGuardianRule(body.data) : null),
    onSuccess: (answer) => {
      if (answer === null) return
      queries.setQueryData(guardianRuleQuery.queryKey, answer)
      toasts.add({ kind: 'done', words: t('desk.guardians.saved') })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (body.success && !saving.isPending) saving.mutate()
  }
  const choose = (chosen: AgeJurisdiction) => {
    setJurisdiction(chosen)
    setTyped(String(GUARDIAN_AGES[chosen]))
  }
  return (
    <form className="web-session-form web-afterwards" onSubmit={submit} noValidate>
      <ChoiceField
        label={t('desk.guardians.where')}
        choices={AGE_JURISDICTIONS.map((id) => ({ id, label: t('desk.guardians.place', { place: id }) }))}
        chosen={jurisdiction}
        onChoose={choose}
      />
      <p className="ac-muted ac-small">{t('desk.guardians.note', { place: jurisdiction })}</p>
      <TextField
        label={t('desk.guardians.age')}
        description={t('desk.guardians.hint', bounds)}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        error={isAsked && !body.success ? t('desk.guardians.wrong', bounds) : undefined}
      />
      {refusalCode(saving.error) === 'words-changed' ? (
        <p className="ac-field-error" role="alert">
          {t('desk.afterwards.stale')}
        </p>
      ) : (
        <SaveTrouble error={saving.error} />
      )}
      <Button
        kind="primary"
        type="submit"
        isPending={saving.isPending}
        isDisabled={age === rule.age && jurisdiction === rule.jurisdiction}
      >
        {t('desk.guardians.do')}
      </Button>
      <SetBy changed={rule.changed} />
    </form>
  )
}

function SetBy({ changed }: Pick<GuardianRule, 'changed'>) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <p className="ac-muted ac-small">
      {changed === null
        ? t('desk.guardians.usual')
        : t('desk.afterwards.changed', {
            name: changed.name,
            when: format.moment(new Date(changed.at), now),
          })}
    </p>
  )
}
