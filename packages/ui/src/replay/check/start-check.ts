import type { CheckMessage, CheckOrder } from './check-message.js'
import { checkPages, fetchPage } from './check-pages.js'

/** Begins to check a record and says how it goes. @returns stops it */
export type StartCheck = (order: CheckOrder, tell: (message: CheckMessage) => void) => () => void

/**
 * Checks in a worker; by itself, in slices, where none can be had. (RP13)
 * @param newWorker throws where the browser has no workers, or allows none
 */
export function startCheckWith(newWorker: () => Worker): StartCheck {
  return (order, tell) => {
    const worker = workerOrNull(newWorker)
    if (!worker) return checkHere(order, tell)
    let stop = () => worker.terminate()
    let hasSpoken = false
    worker.onmessage = ({ data: message }: MessageEvent<CheckMessage>) => {
      hasSpoken = true
      tell(message)
      if (message.kind !== 'entries') worker.terminate()
    }
    // A worker that was forbidden, or whose file is gone after an update, fails before it says anything.
    worker.onerror = (event) => {
      event.preventDefault()
      worker.terminate()
      if (hasSpoken) tell({ kind: 'failed', status: null })
      else stop = checkHere(order, tell)
    }
    worker.postMessage(order)
    return () => stop()
  }
}

function workerOrNull(newWorker: () => Worker): Worker | null {
  try {
    return newWorker()
  } catch {
    // Whatever the browser's reason, the check itself needs no worker.
    return null
  }
}

function checkHere(order: CheckOrder, tell: (message: CheckMessage) => void): () => void {
  let isStopped = false
  void checkPages(order, {
    page: (after) => fetchPage(order, after),
    tell: (message) => {
      if (!isStopped) tell(message)
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  })
  return () => {
    isStopped = true
  }
}
