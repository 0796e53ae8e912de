import type { LogId, PersonId } from '@accord/domain/ids'
import { inStores, openDatabase } from '../pending-store/database.js'
import { seal, unseal } from '../pending-store/sealed.js'
import { keyOf } from '../pending-store/sealed-words.js'
import {
  copyOf,
  forgetCopies,
  isChosen,
  placeOfCopy,
  putCopy,
  SAFETY,
  signedIn,
  writeChoice,
  writeSignedIn,
  type SealedCopy,
} from './copies.js'
import type { GoalKeeper, KeptGoals, KeptPlan, KeptSafety } from './kept-goals.js'

interface KeepingDevice {
  readonly databases: IDBFactory
  /** Milliseconds since the Unix epoch. */
  readonly clock: () => number
}

/** A copy is kept for a week. A clock that was put back far makes no copy younger. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1_000
const GOALS = 'goals'

/** This device's keeper; null where nothing can be kept. */
export function openGoalKeeper(device: KeepingDevice | null = thisBrowser()): GoalKeeper | null {
  if (!device) return null
  const { databases, clock } = device
  const work = <Result>(what: (database: IDBDatabase) => Promise<Result>) => withDatabase(databases, what)
  const keep = (person: PersonId, what: What, kept: Kept, plans: readonly LogId[] | null) =>
    work(async (database) => {
      if (what !== SAFETY && !(await isChosen(database, person))) return
      const place = { person, what }
      const sealed = await seal(await keyOf(database, person), placeOfCopy(place), kept)
      await putCopy(database, { ...place, at: kept.at, ...sealed }, plans && [GOALS, ...plans])
    })
  const forget = (person: PersonId, what: What) =>
    work(async (database) => {
      await inStores(database, ['copies'], 'readwrite', (stores) => stores('copies').delete([person, what]))
    })
  const read = (what: What) => work((database) => readCopy(database, what, clock()))
  return {
    noteSignedIn: (person) => work((database) => writeSignedIn(database, person)),
    isChosen: (person) => work((database) => isChosen(database, person)),
    choose: (person, isOn) => work((database) => writeChoice(database, person, isOn)),
    keepGoals: (kept) => {
      const plans = kept.list.cases.map(({ plan }) => plan)
      return keep(kept.self.person.id, GOALS, kept, plans)
    },
    keepPlan: (person, kept) => keep(person, kept.plan.log, kept, null),
    forgetPlan: forget,
    keepSafety: (person, kept) => keep(person, SAFETY, kept, null),
    forgetSafety: (person) => forget(person, SAFETY),
    safety: async () => (await read(SAFETY)) as KeptSafety | null,
    goals: async () => (await read(GOALS)) as KeptGoals | null,
    plan: async (log) => (await read(log)) as KeptPlan | null,
  }
}

type Kept = KeptGoals | KeptPlan | KeptSafety
type What = typeof GOALS | typeof SAFETY | LogId

function thisBrowser(): KeepingDevice | null {
  if (!('indexedDB' in globalThis) || !('subtle' in crypto)) return null
  return { databases: indexedDB, clock: Date.now }
}

async function withDatabase<Result>(
  databases: IDBFactory,
  what: (database: IDBDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(databases)
  try {
    return await what(database)
  } finally {
    database.close()
  }
}

/** Whoever was last signed in here reads their own copy, and nobody another's. (OF6) */
async function readCopy(database: IDBDatabase, what: string, now: number): Promise<unknown> {
  const person = await signedIn(database)
  if (person === null) return null
  const copy: SealedCopy | undefined = await copyOf(database, person, what)
  if (!copy) return null
  if (Math.abs(now - copy.at) > KEPT_FOR) {
    await forgetCopies(database, person)
    return null
  }
  return unseal(await keyOf(database, person), placeOfCopy(copy), copy)
}
