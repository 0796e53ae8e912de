import { queryOptions } from '@tanstack/react-query'
import type { PersonId } from '@accord/domain/ids'
import type { WordsForReview } from '@accord/ui/live-plan/send-unsent'

interface Unsent {
  /** How many edits have just joined their plans. */
  readonly joined: number
  readonly review: readonly WordsForReview[]
}

const NOTHING: Unsent = { joined: 0, review: [] }
const UNSENT_KEY = ['unsent'] as const

async function storeOf(person: PersonId) {
  const { openPendingStore } = await import('@accord/ui/pending-store/open-pending-store')
  return openPendingStore(person)
}

/** Sends what the person left on this device, and gives what could not join; the realtime part comes only if needed. */
export const unsentQuery = (person: PersonId) =>
  queryOptions({
    queryKey: [...UNSENT_KEY, person],
    queryFn: async ({ signal }): Promise<Unsent> => {
      const store = await storeOf(person)
      if ((await store.plans()).length === 0) return NOTHING
      const { sendUnsentOf } = await import('@accord/ui/live-plan/send-unsent-of')
      return sendUnsentOf(store, signal)
    },
    staleTime: 0,
  })

/** How many edits of the person wait on this device. */
export const waitingQuery = (person: PersonId) =>
  queryOptions({
    queryKey: [...UNSENT_KEY, 'waiting', person],
    queryFn: async () => (await storeOf(person)).waiting(),
    staleTime: 0,
  })
