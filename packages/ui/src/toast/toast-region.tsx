import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { AlertIcon } from '../icons/alert-icon.js'
import { CloseIcon } from '../icons/close-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { AGREED_HALVES } from '../seal/seal-half.js'
import { Seal } from '../seal/seal.js'
import type { Toast, ToastQueue } from './toast-queue.js'

interface ToastRegionProps {
  readonly queue: ToastQueue
}

/** Both live regions are always there, or what comes first into them would not be read out. */
export function ToastRegion({ queue }: ToastRegionProps) {
  const t = useUiMessages()
  const toasts = useSyncExternalStore(queue.subscribe, queue.toasts, queue.toasts)
  const item = (toast: Toast) => (
    <ToastSlab key={toast.id} toast={toast} onDismiss={() => queue.dismiss(toast.id)} />
  )
  return (
    <section className="ac-toasts" aria-label={t('toast.region')}>
      <div role="status">{toasts.filter((toast) => toast.kind !== 'failed').map(item)}</div>
      <div role="alert">{toasts.filter((toast) => toast.kind === 'failed').map(item)}</div>
    </section>
  )
}

interface ToastSlabProps {
  readonly toast: Toast
  readonly onDismiss: () => void
}

/** One slab of ink. */
export function ToastSlab({ toast, onDismiss }: ToastSlabProps) {
  const t = useUiMessages()
  const { kind, words, action } = toast
  return (
    <div className="ac-toast">
      {kind === 'agreed' && <Seal halves={AGREED_HALVES} size={24} />}
      {kind === 'failed' && <AlertIcon size={20} />}
      <span>{words}</span>
      {action !== undefined && (
        <Button
          className="ac-toast-action"
          onPress={() => {
            action.onPress()
            onDismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button className="ac-toast-close" aria-label={t('toast.dismiss')} onPress={onDismiss}>
        <CloseIcon size={16} />
      </Button>
    </div>
  )
}
