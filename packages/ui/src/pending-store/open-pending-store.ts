import { isUuidV7, uuidV7, type ClientId, type LogId, type PersonId } from '@accord/domain/ids'
import type { StoredClient } from '@accord/domain/sync/client-state'
import { allWords, openDatabase, putWords, removeWords, wordsOf, type SealedWords } from './database.js'
import type { Claim, PendingStore } from './pending-store.js'
import { keyOf, openWords, sealWords } from './sealed-words.js'
import { takeLock, type Locks } from './tab-lock.js'

/** What a browser has for keeping things. */
export interface Device {
  readonly databases: IDBFactory
  readonly locks: Locks
  /** Survives a reload of the tab, and is copied when the tab is duplicated. */
  readonly tab: Storage
  /** Milliseconds since the Unix epoch. */
  readonly clock: () => number
}

interface Safe {
  readonly device: Device
  readonly database: IDBDatabase
  readonly key: CryptoKey
  readonly person: PersonId
}

/** Unsent words are kept for a week. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1_000

/** The person's unsent words on this device. Without IndexedDB or Web Crypto nothing is kept, and that is said. */
export function openPendingStore(person: PersonId, device: Device | null = thisBrowser()): PendingStore {
  const opening = device ? openSafe(device, person) : Promise.resolve(null)
  return {
    claim: async (plan) => {
      const safe = await opening
      return safe ? claimTab(safe, plan) : forgetfulClaim()
    },
    plans: async () => {
      const safe = await opening
      return safe ? [...new Set((await ownWords(safe)).map(({ plan }) => plan))] : []
    },
    waiting: async () => {
      const safe = await opening
      return safe ? countWaiting(safe) : 0
    },
    orphans: async (plan) => {
      const safe = await opening
      return safe ? claimOrphans(safe, plan) : []
    },
  }
}

function thisBrowser(): Device | null {
  if (!('indexedDB' in globalThis) || !('subtle' in crypto) || !('locks' in navigator)) return null
  return { databases: indexedDB, locks: navigator.locks, tab: sessionStorage, clock: Date.now }
}

/** A browser may refuse its store, in private windows for instance. */
async function openSafe(device: Device, person: PersonId): Promise<Safe | null> {
  try {
    const database = await openDatabase(device.databases)
    const key = await keyOf(database, person)
    const words = await allWords(database)
    const old = words.filter((one) => one.at < device.clock() - KEPT_FOR)
    await Promise.all(old.map((one) => removeWords(database, one.clientId)))
    return { device, database, key, person }
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** A duplicated tab starts with the other's id, but the other holds its lock: it gets an id of its own. (LP3) */
async function claimTab(safe: Safe, plan: LogId): Promise<Claim> {
  const { device, person } = safe
  const name = `accord.client ${person} ${plan}`
  const kept = device.tab.getItem(name)
  if (kept !== null && isUuidV7(kept)) {
    const clientId = kept as ClientId
    const release = await takeLock(device.locks, lockName(clientId), 'hand-over')
    if (release) return claimOf(safe, clientId, await readWords(safe, clientId), release)
  }
  const clientId = newClientId(device.clock())
  const release = await takeLock(device.locks, lockName(clientId), 'now')
  device.tab.setItem(name, clientId)
  return claimOf(safe, clientId, null, release)
}

async function ownWords({ database, person }: Safe): Promise<readonly SealedWords[]> {
  const words = await allWords(database)
  return words.filter((one) => one.person === person)
}

async function countWaiting(safe: Safe): Promise<number> {
  const words = await ownWords(safe)
  const stored = await Promise.all(words.map((one) => openWords(safe.key, one)))
  return stored.reduce((sum, one) => sum + (one?.pending.length ?? 0), 0)
}

/** Words whose tab is gone: nobody holds its lock. Two tabs that look at once can't both get them. */
async function claimOrphans(safe: Safe, plan: LogId): Promise<readonly Claim[]> {
  const claims: Claim[] = []
  for (const one of await ownWords(safe)) {
    if (one.plan !== plan) continue
    const release = await takeLock(safe.device.locks, lockName(one.clientId), 'now')
    if (!release) continue
    // Read again under the lock: the tab that had it may just have sent everything.
    claims.push(claimOf(safe, one.clientId, await readWords(safe, one.clientId), release))
  }
  return claims
}

async function readWords(safe: Safe, clientId: ClientId): Promise<StoredClient | null> {
  const words = await wordsOf(safe.database, clientId)
  if (words?.person !== safe.person) return null
  return openWords(safe.key, words)
}

function claimOf(
  safe: Safe,
  clientId: ClientId,
  stored: StoredClient | null,
  release: (() => void) | null,
): Claim {
  let latest = 0
  let isKept = stored !== null
  return {
    clientId,
    stored,
    keep: async (words) => {
      const mine = ++latest
      if (words === null && !isKept) return true
      isKept = words !== null
      return write(safe, clientId, words, () => mine === latest)
    },
    release: () => release?.(),
  }
}

/** Sealing takes a moment; what was overtaken meanwhile is not written over newer words. */
async function write(
  safe: Safe,
  clientId: ClientId,
  words: StoredClient | null,
  isLatest: () => boolean,
): Promise<boolean> {
  const { database, key, person, device } = safe
  try {
    const sealed: SealedWords | null = words && (await sealWords(key, person, words, device.clock()))
    if (!isLatest()) return true
    await (sealed ? putWords(database, sealed) : removeWords(database, clientId))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

function forgetfulClaim(): Claim {
  return {
    clientId: newClientId(Date.now()),
    stored: null,
    keep: (words) => Promise.resolve(words === null),
    release: () => undefined,
  }
}

function newClientId(now: number): ClientId {
  return uuidV7(now, crypto.getRandomValues(new Uint8Array(10))) as ClientId
}

function lockName(clientId: ClientId): string {
  return `accord.client.${clientId}`
}
