import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { CloseIcon } from '../icons/close-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { IconButton } from './icon-button.js'

export interface SheetProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that comes up from the lower edge, in reach of a thumb. */
export function Sheet({ title, isOpen, onClose, children }: SheetProps) {
  const t = useUiMessages()
  return (
    <ModalOverlay
      className="ac-scrim ac-scrim-sheet"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="ac-sheet">
        <AriaDialog className="ac-dialog">
          <div className="ac-grab" aria-hidden="true" />
          <div className="ac-dialog-head">
            <Heading slot="title" className="ac-heading">
              {title}
            </Heading>
            <IconButton label={t('dialog.close')} size="small" onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          <div className="ac-dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
