import type { PersonId } from '@accord/domain/ids'
import type { UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import { inStore, openDatabase } from './database.js'
import { keyOf } from './sealed-words.js'
import { seal, unseal, type Sealed } from './sealed.js'
import { takeLock, type Locks } from './tab-lock.js'

interface SealedAnswers extends Sealed {
  readonly person: PersonId
  readonly form: string
  /** When they were kept, in ms. */
  readonly at: number
}

/** What a browser has for keeping answers. */
interface AnswerDevice {
  readonly databases: IDBFactory
  readonly locks: Locks
  /** Milliseconds since the Unix epoch. */
  readonly clock: () => number
}

/** One person's unsent answers on this device, encrypted with their key, for a week. (OF12) */
export interface AnswerKeeper {
  keep(unsent: UnsentAnswers): Promise<void>
  forget(form: string): Promise<void>
  all(): Promise<readonly UnsentAnswers[]>
  /** Takes a form for whoever is filling it in or sends it; null while another has it. */
  hold(form: string): Promise<(() => void) | null>
}

const KEPT_FOR = 7 * 24 * 60 * 60 * 1_000

/** Null where nothing can be kept: private windows of some browsers. */
export async function openAnswerKeeper(
  person: PersonId,
  device: AnswerDevice | null = thisBrowser(),
): Promise<AnswerKeeper | null> {
  if (!device) return null
  const database = await openDatabase(device.databases).catch(() => null)
  if (!database) return null
  const key = await keyOf(database, person)
  const forget = async (form: string) => {
    await inStore(database, 'answers', 'readwrite', (store) => store.delete([person, form]))
  }
  return {
    keep: async (unsent) => {
      const place = { person, form: unsent.form }
      const sealed = await seal(key, placeOf(place), unsent)
      const row: SealedAnswers = { ...place, at: device.clock(), ...sealed }
      await inStore(database, 'answers', 'readwrite', (store) => store.put(row))
    },
    forget,
    all: async () => {
      const rows = await inStore(
        database,
        'answers',
        'readonly',
        (store) => store.getAll() as IDBRequest<SealedAnswers[]>,
      )
      const own = rows.filter((row) => row.person === person)
      const old = own.filter(({ at }) => at < device.clock() - KEPT_FOR)
      await Promise.all(old.map(({ form }) => forget(form)))
      const fresh = own.filter((row) => !old.includes(row))
      const opened = await Promise.all(fresh.map((row) => unseal(key, placeOf(row), row)))
      return opened.flatMap((one) => (one === null ? [] : [one as UnsentAnswers]))
    },
    hold: (form) => takeLock(device.locks, `accord.answers ${person} ${form}`, 'now'),
  }
}

function thisBrowser(): AnswerDevice | null {
  if (!('indexedDB' in globalThis) || !('subtle' in crypto) || !('locks' in navigator)) return null
  return { databases: indexedDB, locks: navigator.locks, clock: Date.now }
}

function placeOf({ person, form }: Pick<SealedAnswers, 'person' | 'form'>): string {
  return `accord/answers/1 ${person} ${form}`
}

/** At sign-out. */
export async function forgetAnswers(database: IDBDatabase, person: PersonId): Promise<void> {
  await inStore(database, 'answers', 'readwrite', (store) => {
    const keys = store.getAllKeys()
    keys.onsuccess = () => {
      for (const key of keys.result) if ((key as [string])[0] === person) store.delete(key)
    }
    return keys
  })
}
