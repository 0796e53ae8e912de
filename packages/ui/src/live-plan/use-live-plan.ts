import { useCallback, useSyncExternalStore } from 'react'
import type { LogId, PersonId } from '@accord/domain/ids'
import { openPendingStore } from '../pending-store/open-pending-store.js'
import { openLivePlan } from './driver.js'
import type { LivePlan, LiveView } from './live-plan.js'
import { OPENING_VIEW } from './live-view.js'
import { openSocket } from './open-socket.js'
import { connect } from './page-connection.js'

interface LivePlanOptions {
  readonly plan: LogId
  /** Who is signed in; unsent words are kept per person. */
  readonly person: PersonId
}

interface Held {
  readonly live: LivePlan
  users: number
}

/** How long a plan stays open when a page is left, so that the next page of the same plan finds it open; in ms. */
const GRACE = 1_000

const held = new Map<string, Held>()

/** The live plan, shared by all components that ask for it, and what it shows now. */
export function useLivePlan(options: LivePlanOptions): {
  readonly live: LivePlan | null
  readonly view: LiveView
} {
  const { plan, person } = options
  const key = `${person} ${plan}`
  const hold = useCallback(
    (changed: () => void) => {
      const release = holdPlan(plan, person)
      const stop = held.get(`${person} ${plan}`)?.live.subscribe(changed)
      return () => {
        stop?.()
        release()
      }
    },
    [plan, person],
  )
  const view = useSyncExternalStore(hold, () => heldStill(key)?.live.view() ?? OPENING_VIEW)
  return { live: heldStill(key)?.live ?? null, view }
}

/** Closes every plan of this page at once: before signing out. */
export function closeLivePlans(): void {
  for (const { live } of held.values()) live.close()
  held.clear()
}

function holdPlan(plan: LogId, person: PersonId): () => void {
  const key = `${person} ${plan}`
  const found = heldStill(key)
  if (!found) held.get(key)?.live.close()
  const one = found ?? { live: open(plan, person), users: 0 }
  held.set(key, one)
  one.users += 1
  return () => {
    one.users -= 1
    setTimeout(() => {
      if (one.users > 0 || held.get(key) !== one) return
      held.delete(key)
      one.live.close()
    }, GRACE)
  }
}

/** A plan that ended stays so; whoever comes back, after signing in again for instance, gets a new one. */
function heldStill(key: string): Held | undefined {
  const found = held.get(key)
  return found?.users === 0 && found.live.view().ended !== null ? undefined : found
}

function flushAll(): void {
  for (const { live } of held.values()) live.flush()
}

function open(plan: LogId, person: PersonId): LivePlan {
  // A phone may end a hidden page without another word. Adding a listener twice is adding it once.
  window.addEventListener('pagehide', flushAll)
  document.addEventListener('visibilitychange', flushAll)
  return openLivePlan({
    plan,
    store: openPendingStore(person),
    connect,
    connectAlone: openSocket,
    clock: Date.now,
    random: Math.random,
  })
}
