import { useState } from 'react'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface PutAwayDialogProps {
  readonly onPutAway: (reason: string) => void
  readonly onClose: () => void
}

/** A draft is put away, not deleted; why is its writer's own business. (DR6) */
export function PutAwayDialog({ onPutAway, onClose }: PutAwayDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t('drafts.putAway.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => onPutAway(cleanText(reason))}>
            {t('drafts.putAway.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('drafts.putAway.reason')}
        description={t('drafts.putAway.hint')}
        lines={2}
        value={reason}
        onChange={setReason}
        maxLength={PLAN_LIMITS.longestReason}
        autoFocus
      />
    </Dialog>
  )
}
