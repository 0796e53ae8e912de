import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { CaseId } from '@accord/domain/ids'
import { MOST_IN_A_BUDGET, type CaseSessions, type SessionSettingsBody } from '@accord/domain/rest/session'
import { isCallLink } from '@accord/domain/session/call-link'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { postJson } from '../../../lib/http.js'
import { caseSessionsQuery, noteSessions } from '../../../lib/sessions.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface SessionSettingsProps {
  readonly caseId: CaseId
  readonly of: CaseSessions
}

/** How many sessions there are, and where remote ones meet. (SE14, SE15) */
export function SessionSettings({ caseId, of: { budget, callLink, usualCallLink } }: SessionSettingsProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [number, setNumber] = useState(budget.of === null ? '' : String(budget.of))
  const [link, setLink] = useState(callLink ?? '')
  const saving = useMutation({
    mutationFn: (body: SessionSettingsBody) =>
      postJson<CaseSessions>(`/api/cases/${caseId}/sessions/settings`, body),
    onSuccess: (answer) => {
      queries.setQueryData(caseSessionsQuery(caseId).queryKey, answer)
      noteSessions(queries)
      toasts.add({ kind: 'done', words: t('sessionSettings.done') })
    },
    onError: () => toasts.add({ kind: 'failed', words: t('session.failed') }),
  })
  const isNumber = number.trim() === '' || (/^\d+$/.test(number.trim()) && inRange(Number(number)))
  const isLink = link.trim() === '' || isCallLink(link.trim())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isNumber || !isLink || saving.isPending) return
    const [sessions, address] = [number.trim(), link.trim()]
    saving.mutate({
      budget: sessions === '' ? null : Number(sessions),
      callLink: address === '' ? null : address,
    })
  }
  return (
    <section>
      <form className="web-session-form" onSubmit={submit} noValidate>
        <h2 className="ac-subheading">{t('sessionSettings.title')}</h2>
        <TextField
          label={t('sessionSettings.budget')}
          description={t('sessionSettings.used', { used: budget.used, booked: budget.booked })}
          inputMode="numeric"
          value={number}
          onChange={setNumber}
          error={isNumber ? undefined : t('sessionSettings.budget.wrong')}
        />
        <TextField
          label={t('sessionSettings.link')}
          description={t(usualCallLink === null ? 'sessionSettings.link.hint' : 'sessionSettings.link.usual')}
          type="url"
          value={link}
          onChange={setLink}
          error={isLink ? undefined : t('sessionSettings.link.wrong')}
        />
        <Button type="submit" isPending={saving.isPending}>
          {t('sessionSettings.do')}
        </Button>
      </form>
    </section>
  )
}

function inRange(number: number): boolean {
  return number >= 1 && number <= MOST_IN_A_BUDGET
}
