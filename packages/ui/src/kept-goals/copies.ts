import type { PersonId } from '@accord/domain/ids'
import { inStore, inStores } from '../pending-store/database.js'
import type { Sealed } from '../pending-store/sealed.js'

/** One part of somebody's copy, encrypted: the list of goals, or a plan by its id. */
export interface SealedCopy extends Sealed {
  readonly person: PersonId
  readonly what: string
  /** When the server confirmed it, in ms. */
  readonly at: number
}

/** Named so in place of a plan: a safety plan is kept without being asked for, since it is for when nothing else is. (SA9) */
export const SAFETY = 'safety'

/** Where the device remembers who the server last said is signed in here. */
const SIGNED_IN = 'signed-in'
const choiceOf = (person: PersonId) => `keeps ${person}`

export function placeOfCopy({ person, what }: Pick<SealedCopy, 'person' | 'what'>): string {
  return `accord/copy/1 ${person} ${what}`
}

export async function signedIn(database: IDBDatabase): Promise<PersonId | null> {
  const person = await inStore(
    database,
    'device',
    'readonly',
    (store) => store.get(SIGNED_IN) as IDBRequest<PersonId | undefined>,
  )
  return person ?? null
}

export async function isChosen(database: IDBDatabase, person: PersonId): Promise<boolean> {
  const choice = await inStore(
    database,
    'device',
    'readonly',
    (store) => store.get(choiceOf(person)) as IDBRequest<boolean | undefined>,
  )
  return choice === true
}

export function copyOf(
  database: IDBDatabase,
  person: PersonId,
  what: string,
): Promise<SealedCopy | undefined> {
  return inStore(
    database,
    'copies',
    'readonly',
    (store) => store.get([person, what]) as IDBRequest<SealedCopy | undefined>,
  )
}

/** In one step with its leave: what another tab ended meanwhile, by signing out for instance, is not begun again. (OF6) */
export async function putCopy(
  database: IDBDatabase,
  copy: SealedCopy,
  only: readonly string[] | null,
): Promise<void> {
  await inStores(database, ['device', 'copies'], 'readwrite', (stores) => {
    const [device, copies] = [stores('device'), stores('copies')]
    const person = device.get(SIGNED_IN)
    const choice = device.get(choiceOf(copy.person))
    choice.onsuccess = () => {
      if (person.result !== copy.person || !(choice.result === true || copy.what === SAFETY)) return
      copies.put(copy)
      if (only) {
        deleteWhere(
          copies,
          ([owner, what]) => owner === copy.person && what !== SAFETY && !only.includes(what),
        )
      }
    }
    return choice
  })
}

export async function writeSignedIn(database: IDBDatabase, person: PersonId | null): Promise<void> {
  await inStores(database, ['device', 'copies'], 'readwrite', (stores) => {
    deleteWhere(stores('copies'), ([owner]) => owner !== person)
    return person === null ? stores('device').delete(SIGNED_IN) : stores('device').put(person, SIGNED_IN)
  })
}

export async function writeChoice(database: IDBDatabase, person: PersonId, isOn: boolean): Promise<void> {
  await inStores(database, ['device', 'copies'], 'readwrite', (stores) => {
    if (isOn) return stores('device').put(true, choiceOf(person))
    deleteWhere(stores('copies'), ([owner, what]) => owner === person && what !== SAFETY)
    return stores('device').delete(choiceOf(person))
  })
}

export async function forgetCopies(database: IDBDatabase, person: PersonId): Promise<void> {
  await inStore(database, 'copies', 'readwrite', (store) => deleteWhere(store, ([owner]) => owner === person))
}

/** At sign-out: the copy, the choice, and that they were signed in here. (OF6) */
export async function forgetKeeping(database: IDBDatabase, person: PersonId): Promise<void> {
  await writeChoice(database, person, false)
  await forgetCopies(database, person)
  if ((await signedIn(database)) === person) await writeSignedIn(database, null)
}

type CopyKey = readonly [person: string, what: string]

function deleteWhere(copies: IDBObjectStore, isToGo: (key: CopyKey) => boolean): IDBRequest<IDBValidKey[]> {
  const keys = copies.getAllKeys()
  keys.onsuccess = () => {
    for (const key of keys.result) if (isToGo(key as [string, string])) copies.delete(key)
  }
  return keys
}
