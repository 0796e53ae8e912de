/** @jest-environment node */
import { describe, expect, it } from '@jest/globals'
import { IDBFactory } from 'fake-indexeddb'
import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { emptyPlan } from '@accord/domain/plan/plan'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'
import { inStore, openDatabase } from '../pending-store/database.js'
import { wipePerson } from '../pending-store/wipe.js'
import type { SealedCopy } from './copies.js'
import { openGoalKeeper } from './open-goal-keeper.js'

const JONAH = '018f0000-0000-7000-9000-000000000002' as PersonId
const ELENA = '018f0000-0000-7000-9000-000000000003' as PersonId
const PLAN = '018f0000-0000-7000-8000-000000000001' as LogId
const OTHER_PLAN = '018f0000-0000-7000-8000-000000000002' as LogId
const DAY = 24 * 60 * 60 * 1_000
const CANARY = 'zebra-crossing'

const selfOf = (id: PersonId): Self => ({
  person: { id, name: CANARY, email: `${CANARY}@example.org` },
  clinic: { id: 'c' as ClinicId, name: 'Alder House', demo: false },
  audience: 'portal',
  roles: [],
  mustEnrol: false,
})
const listOf = (...plans: LogId[]) => ({ cases: plans.map((plan) => ({ plan }) as CaseSummary) })
const planOf = (log: LogId, at: number) => ({
  plan: emptyPlan(log),
  people: [{ person: JONAH, name: CANARY, relation: 'client' as const }],
  at,
})

/** A phone on which Jonah is signed in, with his list and one plan kept if he chose so. */
async function phone(isChosen = true) {
  const databases = new IDBFactory()
  const clock = { now: 1_000 * DAY }
  const keeper = openGoalKeeper({ databases, clock: () => clock.now })
  if (!keeper) throw new Error('no keeper')
  await keeper.noteSignedIn(JONAH)
  if (isChosen) await keeper.choose(JONAH, true)
  const keep = async () => {
    await keeper.keepGoals({ self: selfOf(JONAH), list: listOf(PLAN, OTHER_PLAN), at: clock.now })
    await keeper.keepPlan(JONAH, planOf(PLAN, clock.now))
  }
  await keep()
  const copies = async () => {
    const database = await openDatabase(databases)
    const all = await inStore(
      database,
      'copies',
      'readonly',
      (store) => store.getAll() as IDBRequest<SealedCopy[]>,
    )
    database.close()
    return all
  }
  return { databases, clock, keeper, keep, copies }
}

describe('goals kept on a phone', () => {
  it('[OF5] are there for reading with when the server gave them', async () => {
    const { keeper, clock } = await phone()
    expect((await keeper.goals())?.self.person.id).toBe(JONAH)
    expect(await keeper.plan(PLAN)).toEqual(planOf(PLAN, clock.now))
    expect(await keeper.plan(OTHER_PLAN)).toBeNull()
  })

  it('[OF5] are kept for nobody who did not choose it', async () => {
    const { keeper, copies } = await phone(false)
    expect(await keeper.isChosen(JONAH)).toBe(false)
    expect([await keeper.goals(), await keeper.plan(PLAN), await copies()]).toEqual([null, null, []])
  })

  it('[OF5] are unreadable in the browser’s database', async () => {
    const { copies } = await phone()
    const kept = await copies()
    expect(kept).toHaveLength(2)
    for (const { sealed } of kept) expect(Buffer.from(sealed).includes(CANARY)).toBe(false)
    expect(JSON.stringify(kept.map(({ person, what, at }) => [person, what, at]))).not.toContain(CANARY)
  })

  it('[OF5] are gone as soon as the choice is turned off', async () => {
    const { keeper, copies, keep } = await phone()
    await keeper.choose(JONAH, false)
    await keep()
    expect([await keeper.goals(), await copies()]).toEqual([null, []])
  })

  it('[OF7] are gone after seven days, also when the clock was put back', async () => {
    for (const days of [8, -8]) {
      const { keeper, clock, copies } = await phone()
      clock.now += days * DAY
      expect([await keeper.goals(), await copies()]).toEqual([null, []])
    }
  })

  it('[OF6] are gone when the server knows nobody or somebody else here, and the choice is theirs to find again', async () => {
    for (const now of [null, ELENA]) {
      const { keeper, copies, keep } = await phone()
      await keeper.noteSignedIn(now)
      // A tab that still had the plan open comes late.
      await keep()
      expect([await keeper.goals(), await keeper.plan(PLAN), await copies()]).toEqual([null, null, []])
      await keeper.noteSignedIn(JONAH)
      expect([await keeper.isChosen(JONAH), await keeper.isChosen(ELENA)]).toEqual([true, false])
    }
  })

  it('[OF6] are gone after signing out, with the choice and the key', async () => {
    const { databases, keeper, copies, keep } = await phone()
    await wipePerson(JONAH, databases)
    await keep()
    await keeper.noteSignedIn(JONAH)
    await keep()
    expect([await keeper.isChosen(JONAH), await keeper.goals(), await copies()]).toEqual([false, null, []])
  })

  it('[OF6] lose a plan that the person may not open any more', async () => {
    const { keeper, keep, clock } = await phone()
    await keeper.forgetPlan(JONAH, PLAN)
    expect(await keeper.plan(PLAN)).toBeNull()
    await keep()
    await keeper.keepGoals({ self: selfOf(JONAH), list: listOf(OTHER_PLAN), at: clock.now })
    expect(await keeper.plan(PLAN)).toBeNull()
    expect((await keeper.goals())?.list.cases).toHaveLength(1)
  })
})
