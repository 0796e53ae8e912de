/** One line about what happened, and at most one way back. */
export interface Toast {
  readonly id: number
  /** Failures interrupt a screen reader; all else waits its turn. */
  readonly kind: 'done' | 'agreed' | 'failed'
  readonly words: string
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

export interface ToastQueue {
  readonly add: (toast: Omit<Toast, 'id'>) => number
  readonly dismiss: (id: number) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly toasts: () => readonly Toast[]
}

/** How long a toast stays, in ms. One with an action stays until it is dismissed. */
export const TOAST_MS = 8000

/** Made once per app; screens add to it, the one `ToastRegion` shows it. */
export function createToastQueue(): ToastQueue {
  const listeners = new Set<() => void>()
  let toasts: readonly Toast[] = []
  let lastId = 0
  const show = (next: readonly Toast[]): void => {
    toasts = next
    for (const listener of listeners) listener()
  }
  const dismiss = (id: number): void => show(toasts.filter((toast) => toast.id !== id))
  const add = (toast: Omit<Toast, 'id'>): number => {
    const id = ++lastId
    show([...toasts, { ...toast, id }])
    if (toast.action === undefined) setTimeout(dismiss, TOAST_MS, id)
    return id
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { add, dismiss, subscribe, toasts: () => toasts }
}
