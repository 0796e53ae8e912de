import type { ReactNode } from 'react'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface ConfirmAgreeDialogProps {
  readonly isOpen: boolean
  readonly onAgree: () => void
  readonly onClose: () => void
  /** The words as they are now. */
  readonly children: ReactNode
}

/** One confirmation for agreeing by keyboard, where a slip of the hand is easy. */
export function ConfirmAgreeDialog({ isOpen, onAgree, onClose, children }: ConfirmAgreeDialogProps) {
  const t = useUiMessages()
  const actions = (
    <>
      <Button kind="primary" onPress={onAgree} autoFocus>
        {t('agreement.agree')}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {t('agreement.confirm.cancel')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('agreement.confirm.title')} isOpen={isOpen} onClose={onClose} actions={actions}>
      <p className="ac-change" dir="auto">
        {children}
      </p>
      <p className="ac-muted">{t('agreement.confirm.sub')}</p>
    </Dialog>
  )
}
