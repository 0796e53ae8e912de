import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import {
  isReason,
  LONGEST_EMERGENCY_WORDS,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '@accord/domain/emergency/opening'
import type { EmergencyLine } from '@accord/domain/rest/emergency'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { emergencyQuery, reviewEmergency } from '../../lib/emergency/emergency.js'
import { givenName } from '../../lib/people.js'
import { refusalCode } from '../../lib/request-failure.js'
import { toasts } from '../../lib/toasts.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Whether it was in order, in words; said once, and read by everybody concerned. (EM12) */
export function ReviewForm({ line: { access, by, client } }: { readonly line: EmergencyLine }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [outcome, setOutcome] = useState<ReviewOutcome | null>(null)
  const [why, setWhy] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const { queryKey } = emergencyQuery
  const saving = useMutation({
    mutationFn: (said: ReviewOutcome) => reviewEmergency(access, { outcome: said, why: why.trim() }),
    onSuccess: async () => {
      toasts.add({ kind: 'done', words: t('emergency.review.saved') })
      await queries.invalidateQueries({ queryKey })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (outcome !== null && isReason(why)) saving.mutate(outcome)
  }
  const isSaid = refusalCode(saving.error) === 'already-exists'
  return (
    <form onSubmit={submit} noValidate aria-label={t('emergency.review.of', { by, client })}>
      <OnePill
        label={t('emergency.review.outcome')}
        choices={REVIEW_OUTCOMES.map((id) => ({ id, label: t(`emergency.outcome.${id}`) }))}
        chosen={outcome}
        onChoose={setOutcome}
        error={isAsked && outcome === null ? t('emergency.review.missing') : undefined}
      />
      <TextField
        label={t('emergency.review.words')}
        description={t('emergency.review.readers', { by: givenName(by), client: givenName(client) })}
        lines={3}
        value={why}
        onChange={setWhy}
        maxLength={LONGEST_EMERGENCY_WORDS}
        error={isAsked && !isReason(why) ? t('emergency.why.missing') : undefined}
      />
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t(isSaid ? 'emergency.review.already' : 'save.server')}</span>
        </p>
      )}
      <Button kind="primary" type="submit" isPending={saving.isPending}>
        {t('emergency.review.save')}
      </Button>
    </form>
  )
}
