import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { CloseIcon } from '../icons/close-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { IconButton } from './icon-button.js'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Wide enough for words beside words. */
  readonly wide?: boolean
  readonly children: ReactNode
  /** Buttons at the foot, the main one first in reading order. */
  readonly actions?: ReactNode
}

/** Holds the focus while open, gives it back on closing; Escape and a press outside close it. */
export function Dialog({ title, isOpen, onClose, wide, children, actions }: DialogProps) {
  const t = useUiMessages()
  return (
    <ModalOverlay
      className="ac-scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="ac-modal" data-wide={wide ? '' : undefined}>
        <AriaDialog className="ac-dialog">
          <div className="ac-dialog-head">
            <Heading slot="title" className="ac-heading">
              {title}
            </Heading>
            <IconButton label={t('dialog.close')} size="small" onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          <div className="ac-dialog-body">{children}</div>
          {actions !== undefined && <div className="ac-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
