import type { PendingStore } from '../pending-store/pending-store.js'
import { openSocket } from './open-socket.js'
import { sendUnsent } from './send-unsent.js'

/** Sends over connections of its own what a person left in a store of this device. (OF10) */
export function sendUnsentOf(store: PendingStore, signal: AbortSignal): ReturnType<typeof sendUnsent> {
  return sendUnsent({ store, signal, connectAlone: openSocket, random: Math.random })
}
