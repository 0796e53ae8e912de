import type { PersonId } from '@accord/domain/ids'
import { forgetKeeping } from '../kept-goals/copies.js'
import { forgetAnswers } from './kept-answers.js'
import { allWords, inStore, openDatabase, removeWords } from './database.js'

/** Forgets what this device keeps of a person, unsent words, answers and copies, with the key that could read them: at sign-out. */
export async function wipePerson(person: PersonId, databases: IDBFactory = indexedDB): Promise<void> {
  const database = await openDatabase(databases)
  const words = await allWords(database)
  const theirs = words.filter((one) => one.person === person)
  await Promise.all(theirs.map((one) => removeWords(database, one.clientId)))
  await forgetAnswers(database, person)
  await forgetKeeping(database, person)
  await inStore(database, 'keys', 'readwrite', (store) => store.delete(person))
  database.close()
}
