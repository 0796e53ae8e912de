import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { HOURS_RULE_IDS } from '@accord/domain/supervision/hours-rule'
import { DEFAULT_POLICY, isSamePolicy, type SupervisionPolicy } from '@accord/domain/supervision/policy'
import { DEFAULT_THRESHOLDS } from '@accord/domain/supervision/thresholds'
import { Button } from '@accord/ui/controls/button'
import { ManyPills } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { refusalCode } from '../../../lib/request-failure.js'
import { SUPERVISION_KEY } from '../../../lib/supervision.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { policyQuery, savePolicy } from '../api/policy.js'
import { SaveTrouble } from '../save-trouble.js'
import { bodyOf, draftOf, policyOf, THRESHOLDS, troublesOf, type PolicyTrouble } from './policy-draft.js'
import { RuleSources } from './rule-sources.js'

interface PolicyFormProps {
  /** The version that is changed; 0 while there is none. */
  readonly version: number
  readonly policy: SupervisionPolicy
}

/** Days and rules; saved as a version of its own, which every queue follows at once. (SQ20) */
export function PolicyForm({ version, policy }: PolicyFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(policy))
  const wanted = policyOf(draft)
  const troubles = troublesOf(draft)
  const isTheSame = wanted !== null && isSamePolicy(wanted, policy)
  const isUsual = wanted !== null && isSamePolicy(wanted, DEFAULT_POLICY)
  const saving = useMutation({
    mutationFn: () => savePolicy(bodyOf(draft, version)),
    onSuccess: async (page) => {
      queries.setQueryData(policyQuery.queryKey, page)
      toasts.add({ kind: 'done', words: t('policy.saved') })
      await queries.invalidateQueries({ queryKey: SUPERVISION_KEY })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (troubles.length === 0 && !isTheSame) saving.mutate()
  }
  const error = (trouble: PolicyTrouble) => {
    if (!troubles.includes(trouble)) return undefined
    const isOrder = trouble === 'unreadTodayDays' && /^\d+$/.test(draft.days.unreadTodayDays.trim())
    return t(
      trouble === 'rules' ? 'policy.trouble.rules' : isOrder ? 'policy.trouble.order' : 'policy.trouble.days',
    )
  }
  const isStale = refusalCode(saving.error) === 'words-changed'
  return (
    <form className="web-policy-form" onSubmit={submit} noValidate>
      <section aria-labelledby="policy-queue">
        <h2 className="ac-subheading" id="policy-queue">
          {t('policy.queue')}
        </h2>
        <p className="ac-muted ac-small">{t('policy.queue.hint')}</p>
        <div className="web-policy-days">
          {THRESHOLDS.map((name) => (
            <TextField
              key={name}
              label={t(`policy.days.${name}`)}
              description={t('policy.usual', { days: DEFAULT_THRESHOLDS[name] })}
              inputMode="numeric"
              autoComplete="off"
              value={draft.days[name]}
              onChange={(days) => setDraft({ ...draft, days: { ...draft.days, [name]: days } })}
              error={error(name)}
            />
          ))}
        </div>
      </section>
      <section aria-labelledby="policy-hours">
        <h2 className="ac-subheading" id="policy-hours">
          {t('policy.hours')}
        </h2>
        <ManyPills
          label={t('policy.rules')}
          description={t('policy.rules.hint')}
          choices={HOURS_RULE_IDS.map((id) => ({ id, label: t(`hours.rule.${id}`) }))}
          chosen={draft.rules}
          onChoose={(rules) => setDraft({ ...draft, rules })}
          error={error('rules')}
        />
        <RuleSources />
      </section>
      {isStale ? (
        <p className="ac-field-error" role="alert">
          {t('policy.stale')}
        </p>
      ) : (
        <SaveTrouble error={saving.error} />
      )}
      <div className="web-desk-actions">
        <Button kind="primary" type="submit" isPending={saving.isPending} isDisabled={isTheSame}>
          {t('policy.save')}
        </Button>
        <Button kind="quiet" isDisabled={isUsual} onPress={() => setDraft(draftOf(DEFAULT_POLICY))}>
          {t('policy.back')}
        </Button>
      </div>
    </form>
  )
}
