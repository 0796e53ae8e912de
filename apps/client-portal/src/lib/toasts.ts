import { createToastQueue } from '@accord/ui/toast/toast-queue'

/** What just happened, for every page. */
export const toasts = createToastQueue()
