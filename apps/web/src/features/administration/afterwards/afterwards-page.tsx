import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { READING_DAYS } from '@accord/domain/ending/reading'
import { readingDaysSchema, type ReadingDays } from '@accord/domain/rest/ending'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { readingDaysQuery, setReadingDays } from '../api/reading-days.js'
import { DeskFrame } from '../desk-frame.js'
import { GuardianRuleSection } from '../guardians/guardian-rule-section.js'
import { SaveTrouble } from '../save-trouble.js'

/** For how long clients read on in the portal once their work has ended. (EN10, EN11) */
export function AfterwardsPage() {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(readingDaysQuery)
  return (
    <DeskFrame tab="afterwards" title={t('desk.afterwards.title')}>
      <div className="ac-page web-policy">
        <h1 className="ac-heading">{t('desk.afterwards.title')}</h1>
        <p className="ac-muted">{t('desk.afterwards.lead')}</p>
        {data !== undefined && <DaysForm key={data.version} days={data} />}
        {data === undefined && error === null && <GoalSkeleton sentence={t('desk.afterwards.loading')} />}
        {data === undefined && error !== null && (
          <FailedPage error={error} what={t('desk.afterwards.what')} onRetry={() => void refetch()} />
        )}
        <GuardianRuleSection />
      </div>
    </DeskFrame>
  )
}

function DaysForm({ days: { days, version, changed } }: { readonly days: ReadingDays }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const [typed, setTyped] = useState(String(days))
  const [isAsked, setIsAsked] = useState(false)
  const body = readingDaysSchema.safeParse({ after: version, days: Number(typed.trim() || Number.NaN) })
  const { fewest, most } = READING_DAYS
  const saving = useMutation({
    mutationFn: async () => (body.success ? setReadingDays(body.data) : null),
    onSuccess: (answer) => {
      if (answer === null) return
      queries.setQueryData(readingDaysQuery.queryKey, answer)
      toasts.add({ kind: 'done', words: t('desk.afterwards.saved') })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (body.success && !saving.isPending) saving.mutate()
  }
  return (
    <form className="web-session-form web-afterwards" onSubmit={submit} noValidate>
      <TextField
        label={t('desk.afterwards.days')}
        description={t('desk.afterwards.hint', { fewest, most })}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        error={isAsked && !body.success ? t('desk.afterwards.wrong', { fewest, most }) : undefined}
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
        isDisabled={typed.trim() === String(days)}
      >
        {t('desk.afterwards.do')}
      </Button>
      <p className="ac-muted ac-small">
        {changed === null
          ? t('desk.afterwards.usual')
          : t('desk.afterwards.changed', {
              name: changed.name,
              when: format.moment(new Date(changed.at), now),
            })}
      </p>
    </form>
  )
}
