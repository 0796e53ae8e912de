import { restoreClient, type ClientState, type StoredClient } from '@accord/domain/sync/client-state'
import type { Claim } from '../pending-store/pending-store.js'
import type { LiveConnection } from './connection.js'
import type { Ending } from './live-plan.js'
import { PlanSession } from './plan-session.js'

export interface OrphanSender {
  readonly connectAlone: () => LiveConnection
  /** A number from 0 to below 1. */
  readonly random: () => number
}

interface Sending {
  /** The machine when everything was answered or the plan ended; null when it was abandoned before. */
  readonly done: Promise<{ readonly state: ClientState; readonly ending: Ending | null } | null>
  readonly abandon: () => void
}

/** Sends what a closed tab left, by that tab's own client machine, so that its numbers go on where they stopped. (LP3) */
export function sendOrphan(orphan: Claim, stored: StoredClient, sender: OrphanSender): Sending {
  const before = restoreClient(stored, null)
  if (before.pending.length === 0) {
    return { done: Promise.resolve({ state: before, ending: null }), abandon: () => undefined }
  }
  const connection = sender.connectAlone()
  let finish: (after: Awaited<Sending['done']>) => void = () => undefined
  const done = new Promise<Awaited<Sending['done']>>((resolve) => (finish = resolve))
  const session: PlanSession = new PlanSession(before, {
    connection,
    claim: orphan,
    random: sender.random,
    onStep: ({ state }) => {
      if (state.link === 'live' && state.pending.length === 0) finish({ state, ending: null })
    },
    onEnded: (ending) => finish({ state: session.state, ending }),
    onKept: () => undefined,
  })
  session.start()
  return {
    done: done.finally(() => {
      session.stop()
      connection.close()
    }),
    abandon: () => finish(null),
  }
}
