import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CaseId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { PasswordField } from '@accord/ui/controls/password-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { takeBack } from '../../lib/handed-over.js'
import { postJson } from '../../lib/http.js'
import { refusalCode } from '../../lib/request-failure.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface TakeBackDialogProps {
  readonly caseId: CaseId
  readonly onClose: () => void
}

/** The practitioner's password opens the rest of the console again. (SE13) */
export function TakeBackDialog({ caseId, onClose }: TakeBackDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const formId = useId()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const asking = useMutation({
    mutationFn: () => postJson<undefined>('/api/password', { password }),
    onSuccess: () => {
      takeBack()
      void navigate(`/clients/${caseId}/goals`)
    },
  })
  const isWrong = refusalCode(asking.error) === 'wrong-credentials'
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (password !== '' && !asking.isPending) asking.mutate()
  }
  return (
    <Dialog
      title={t('together.leave.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={asking.isPending}>
            {t('together.leave.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <PasswordField
          label={t('together.password')}
          value={password}
          onChange={setPassword}
          autoFocus
          error={asking.error === null ? undefined : t(isWrong ? 'together.wrong' : 'session.failed')}
        />
      </form>
    </Dialog>
  )
}
