import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ClinicId, LogId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'
import { ErasingService } from './erasing.service.js'

jest.setTimeout(30_000)

let api: TestApi
let house: House
let plan: LogId
const WHY = { by: null, request: null, rule: 'test' }

const erase = () => api.app.get(ErasingService).eraseCase(house.clinic, house.case, WHY)
const entries = async (): Promise<{ kind: string; content: Buffer | null; epoch: number }[]> =>
  api.owner.query('SELECT kind, content, epoch FROM entry WHERE log_id = $1 ORDER BY seq', [plan])
const verified = async () => {
  const told: VerifiedLog[] = []
  await verifyDatabase(api.config, (one) => told.push(one))
  return told
}

beforeAll(async () => {
  api = await startTestApi({ checkpoints: { intervalMs: 3_600_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
})
afterAll(async () => api.stop())

describe('a case that is erased', () => {
  it('[ER3] [ER5] leaves a log of one entry that says so, and tells whoever has it open', async () => {
    const jonah = await openPlan(api, house, 'client', plan)
    const place = await startGoal(jonah)
    type(jonah, place, 0, 'Sleep by ten')
    await jonah.saved()
    await erase()
    await jonah.until((state) => state.closed === 'erased')
    const all = await entries()
    expect(all.at(-1)).toMatchObject({ kind: 'erased', epoch: 2 })
    expect(all.filter(({ content }) => content !== null)).toHaveLength(1)
    jonah.close()
  })

  it('[ER3] is still a chain that holds, of which the words are gone', async () => {
    const all = await verified()
    expect(all.filter(({ flaw }) => flaw !== null)).toEqual([])
    expect(all.find(({ log }) => log === plan)).toMatchObject({ isErased: true })
  })

  it('[ER5] is said to be erased to whoever had a part in it, and is not there for anybody else', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const answer = await api.ask('portal', `/api/plans/${plan}/history?after=0`, { cookie })
    expect([answer.status, (answer.json as { code: string }).code]).toEqual([410, 'erased'])
    const other = await cookieFor(api, 'portal', house.otherClient)
    expect((await api.ask('portal', `/api/plans/${plan}/history?after=0`, { cookie: other })).status).toBe(
      404,
    )
  })

  it('[ER2] is erased once, however often it is asked for', async () => {
    const before = await entries()
    await erase()
    expect(await entries()).toEqual(before)
  })
})

describe('the one exception', () => {
  const TRIES = [
    'UPDATE entry SET content = NULL',
    'DELETE FROM entry',
    'DELETE FROM note_signed',
    'DELETE FROM erasure',
    'SET LOCAL ROLE accord_eraser',
    'SELECT forget_case((SELECT case_id FROM clinic_case LIMIT 1), false)',
    'SELECT erase_of_1_case_phase((SELECT case_id FROM clinic_case LIMIT 1))',
  ]

  it.each(TRIES)('[ER3] is not to be had by the application: %s', async (sql) => {
    const tried = api.app.get(ClinicTransactions).run([house.clinic], async (manager) => {
      await manager.query(`SELECT set_config('role.accord_eraser', 'on', true)`)
      await manager.query(sql)
    })
    await expect(tried).rejects.toThrow(/permission denied/)
  })

  it('[ER3] is not to be had by the owner of the tables either, but as that role', async () => {
    for (const sql of ['UPDATE entry SET content = NULL', 'DELETE FROM entry', 'DELETE FROM access_event'])
      await expect(api.owner.query(sql)).rejects.toThrow(/append-only/)
    await expect(
      api.owner.transaction(async (manager) => {
        await manager.query('SET LOCAL ROLE accord_eraser')
        await manager.query(`UPDATE entry SET content = 'other words'`)
      }),
    ).rejects.toThrow(/emptied or left/)
  })

  it('[AC7] does not reach into a clinic that was not named', async () => {
    const { case: kase, clinic } = house
    const tried = api.app
      .get(ClinicTransactions)
      .run([newUuid(1) as ClinicId], (manager) =>
        manager.query('SELECT begin_erasing_case($1, $2, NULL, NULL, NULL, now()) AS begun', [clinic, kase]),
      )
    expect(await tried).toEqual([{ begun: false }])
  })
})
