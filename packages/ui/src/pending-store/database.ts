import type { ClientId, LogId, PersonId } from '@accord/domain/ids'

/** One tab's unsent words, encrypted. `at` is when they were kept, in ms. */
export interface SealedWords {
  readonly clientId: ClientId
  readonly person: PersonId
  readonly plan: LogId
  readonly at: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

const NAME = 'accord-unsent'
const VERSION = 1
type StoreName = 'words' | 'keys'

export function openDatabase(databases: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = databases.open(NAME, VERSION)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('words', { keyPath: 'clientId' })
      opening.result.createObjectStore('keys')
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
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode)
    const request = what(transaction.objectStore(name))
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
