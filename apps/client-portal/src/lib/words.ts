import { useSyncExternalStore } from 'react'
import type { Catalogue } from '@accord/ui/messages/catalogue'
import { catalogue as first } from '../messages/compiled/en.first.js'

let catalogues: readonly Catalogue[] = [first]
let coming: Promise<void> | null = null
const listeners = new Set<() => void>()

/** The sentences that are here: those of the first screen, and with the first room that is fetched all others. */
export function useCatalogues(): readonly Catalogue[] {
  return useSyncExternalStore(subscribe, () => catalogues)
}

/** What is fetched, once its words are here too: the build says where one fetches a room without. */
export async function withWords<Room>(room: Promise<Room>): Promise<Room> {
  const [fetched] = await Promise.all([room, restOfWords()])
  return fetched
}

function restOfWords(): Promise<void> {
  coming ??= fetchRest().catch((error: unknown) => {
    // Without a network now, perhaps with one at the next try.
    coming = null
    throw error
  })
  return coming
}

async function fetchRest(): Promise<void> {
  const { catalogue: later } = await import('../messages/compiled/en.later.js')
  catalogues = [first, later]
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
