import { createToastQueue } from '@accord/ui/toast/toast-queue'

/** What just happened, shown at the foot of whichever page is open. */
export const toasts = createToastQueue()
