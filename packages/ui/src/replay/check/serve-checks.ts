import type { CheckMessage, CheckOrder } from './check-message.js'
import { checkPages, fetchPage } from './check-pages.js'

/** A worker's own side, as far as it is used here. */
interface WorkerSide {
  addEventListener(type: 'message', listener: (event: MessageEvent<CheckOrder>) => void): void
  postMessage(message: CheckMessage): void
}

/** What a worker does: it checks the record that it is told of, once. (RP13) */
export function serveChecks(side: WorkerSide): void {
  side.addEventListener('message', ({ data: order }) => {
    void checkPages(order, {
      page: (after) => fetchPage(order, after),
      tell: (message) => side.postMessage(message),
      pause: () => Promise.resolve(),
    })
  })
}
