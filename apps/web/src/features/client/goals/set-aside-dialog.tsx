import { useState } from 'react'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface SetAsideDialogProps {
  readonly name: string
  readonly onSetAside: (reason: string) => void
  readonly onClose: () => void
}

/** Nobody deletes a goal: it is set aside, and both can read why. (LP8) */
export function SetAsideDialog({ name, onSetAside, onClose }: SetAsideDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [reason, setReason] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const send = () => {
    setIsAsked(true)
    if (reason.trim() !== '') onSetAside(reason.trim())
  }
  return (
    <Dialog
      title={t('goals.setAside.title', { goal: name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={send}>
            {t('goals.setAside.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p className="ac-muted web-dialog-lead">{t('goals.setAside.sub')}</p>
      <TextField
        label={t('goals.setAside.reason')}
        lines={3}
        value={reason}
        onChange={setReason}
        maxLength={PLAN_LIMITS.longestReason}
        error={isAsked && reason.trim() === '' ? t('goals.setAside.reasonMissing') : undefined}
        autoFocus
      />
    </Dialog>
  )
}
