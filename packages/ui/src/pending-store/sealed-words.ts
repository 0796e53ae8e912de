import type { PersonId } from '@accord/domain/ids'
import type { StoredClient } from '@accord/domain/sync/client-state'
import { inStore, type SealedWords } from './database.js'
import { seal, unseal } from './sealed.js'

/** The person's key on this device. It can't be read out, not even by this page. */
export async function keyOf(database: IDBDatabase, person: PersonId): Promise<CryptoKey> {
  const kept = await readKey(database, person)
  if (kept) return kept
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  try {
    await inStore(database, 'keys', 'readwrite', (store) => store.add(fresh, person))
  } catch (error) {
    // Another tab has made one in the same moment; theirs counts.
    const theirs = await readKey(database, person)
    if (!theirs) throw error
    return theirs
  }
  return fresh
}

function readKey(database: IDBDatabase, person: PersonId): Promise<CryptoKey | undefined> {
  return inStore(
    database,
    'keys',
    'readonly',
    (store) => store.get(person) as IDBRequest<CryptoKey | undefined>,
  )
}

export async function sealWords(
  key: CryptoKey,
  person: PersonId,
  stored: StoredClient,
  now: number,
): Promise<SealedWords> {
  const { clientId, log: plan } = stored
  return {
    clientId,
    person,
    plan,
    at: now,
    ...(await seal(key, placeOfWords({ person, plan, clientId }), stored)),
  }
}

/** Opens kept words; null when they were not sealed by this person's key, and so can't be read by anybody. */
export async function openWords(key: CryptoKey, words: SealedWords): Promise<StoredClient | null> {
  return (await unseal(key, placeOfWords(words), words)) as StoredClient | null
}

function placeOfWords({ person, plan, clientId }: Pick<SealedWords, 'person' | 'plan' | 'clientId'>): string {
  return `accord/unsent/1 ${person} ${plan} ${clientId}`
}
