import type { ClientId, LogId, PersonId } from '@accord/domain/ids'
import type { Sealed } from './sealed.js'

/** One tab's unsent words, encrypted. `at` is when they were kept, in ms. */
export interface SealedWords extends Sealed {
  readonly clientId: ClientId
  readonly person: PersonId
  readonly plan: LogId
  readonly at: number
}

const NAME = 'accord-unsent'
const VERSION = 3
/** Unsent words; a key for each person; goals kept for reading (OF5); what this device knows by itself (OF6); unsent answers (OF12). */
const STORES = {
  words: 'clientId',
  keys: null,
  copies: ['person', 'what'],
  device: null,
  answers: ['person', 'form'],
}
export type StoreName = keyof typeof STORES

export function openDatabase(databases: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = databases.open(NAME, VERSION)
    opening.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) {
        const isThere = opening.result.objectStoreNames.contains(name)
        if (!isThere) opening.result.createObjectStore(name, { keyPath })
      }
    }
    opening.onsuccess = () => {
      const database = opening.result
      // A newer version of the app in another tab wants to change the store: let it.
      database.onversionchange = () => database.close()
      resolve(database)
    }
    opening.onerror = () => reject(failure(opening.error))
  })
}

/** Does one thing in one store; done when it is on disk. */
export function inStore<Result>(
  database: IDBDatabase,
  name: StoreName,
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return inStores(database, [name], mode, (stores) => what(stores(name)))
}

/** Does things in several stores, all of them or none; done when they are on disk. */
export function inStores<Result>(
  database: IDBDatabase,
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  what: (stores: (name: StoreName) => IDBObjectStore) => Pick<IDBRequest<Result>, 'result'>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode)
    const request = what((name) => transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(failure(transaction.error))
    transaction.onabort = () => reject(failure(transaction.error))
  })
}

export function allWords(database: IDBDatabase): Promise<readonly SealedWords[]> {
  return inStore(database, 'words', 'readonly', (store) => store.getAll() as IDBRequest<SealedWords[]>)
}

export function wordsOf(database: IDBDatabase, clientId: ClientId): Promise<SealedWords | undefined> {
  return inStore(
    database,
    'words',
    'readonly',
    (store) => store.get(clientId) as IDBRequest<SealedWords | undefined>,
  )
}

export async function putWords(database: IDBDatabase, words: SealedWords): Promise<void> {
  await inStore(database, 'words', 'readwrite', (store) => store.put(words))
}

export async function removeWords(database: IDBDatabase, clientId: ClientId): Promise<void> {
  await inStore(database, 'words', 'readwrite', (store) => store.delete(clientId))
}

function failure(error: DOMException | null): Error {
  return error ?? new Error('the browser gave up storing')
}
