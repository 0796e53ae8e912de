import type { PersonId } from '@accord/domain/ids'
import { allWords, inStore, openDatabase, removeWords } from './database.js'

/** Forgets a person's unsent words on this device, with the key that could read them: at sign-out. */
export async function wipeUnsent(person: PersonId, databases: IDBFactory = indexedDB): Promise<void> {
  const database = await openDatabase(databases)
  const words = await allWords(database)
  const theirs = words.filter((one) => one.person === person)
  await Promise.all(theirs.map((one) => removeWords(database, one.clientId)))
  await inStore(database, 'keys', 'readwrite', (store) => store.delete(person))
  database.close()
}
