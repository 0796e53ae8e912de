import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { isCallLink, LONGEST_LINK } from '@accord/domain/session/call-link'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { callQuery, setCall } from './call.js'
import { noteSessions } from './sessions.js'
import { toasts } from './toasts.js'
import { useWebMessages } from './use-web-messages.js'

interface CallFormProps {
  readonly whose: 'clinic' | 'self'
  readonly link: string | null
  readonly label: string
  readonly hint: string
}

/** An https address of a call that is held elsewhere. (SE14) */
export function CallForm({ whose, link, label, hint }: CallFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [words, setWords] = useState(link ?? '')
  const wanted = words.trim()
  const isLink = wanted === '' || isCallLink(wanted)
  const saving = useMutation({
    mutationFn: () => setCall(whose, wanted === '' ? null : wanted),
    onSuccess: (answer) => {
      queries.setQueryData(callQuery.queryKey, answer)
      noteSessions(queries)
      toasts.add({ kind: 'done', words: t('sessionSettings.done') })
    },
    onError: () => toasts.add({ kind: 'failed', words: t('session.failed') }),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (isLink && !saving.isPending) saving.mutate()
  }
  return (
    <form className="web-session-form" onSubmit={submit} noValidate>
      <TextField
        label={label}
        description={hint}
        type="url"
        value={words}
        onChange={setWords}
        maxLength={LONGEST_LINK}
        error={isLink ? undefined : t('sessionSettings.link.wrong')}
      />
      <Button type="submit" isPending={saving.isPending} isDisabled={wanted === (link ?? '')}>
        {t('sessionSettings.do')}
      </Button>
    </form>
  )
}
