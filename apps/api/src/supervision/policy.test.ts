import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { PolicyPage } from '@accord/domain/rest/policy'
import type { QueuePage } from '@accord/domain/rest/supervision'
import { DEFAULT_POLICY } from '@accord/domain/supervision/policy'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { aSupervisedHouse, seatOf, type SupervisedHouse } from '../../test/supervision.js'

const DAY = 86_400_000
const PATH = '/api/clinic/supervision-policy'

let api: TestApi
let house: SupervisedHouse

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aSupervisedHouse(api)
})
afterAll(() => api.stop())

const seat = (person: PersonId, audience: 'console' | 'portal' = 'console') =>
  seatOf(api, audience, person, house)
const wanted = (over: number, changes = {}) => {
  return { over, thresholds: { ...DEFAULT_POLICY.thresholds, ...changes }, rules: ['bacp'] }
}
async function ruthsQueue(): Promise<QueuePage> {
  return (await (await seat(house.supervisor)).ask('/api/supervision/queue')).json as QueuePage
}

describe('how a clinic’s queues decide', () => {
  it('[SQ20] is read by supervisors and administrators, changed by administrators, and nobody else’s', async () => {
    const asked = async (person: PersonId, audience: 'console' | 'portal' = 'console') => {
      const { ask } = await seat(person, audience)
      const malformed = { over: -1 }
      return [(await ask(PATH)).status, (await ask(PATH, malformed, 'PUT')).status]
    }
    expect(await asked(house.administrator)).toEqual([200, 400])
    expect(await asked(house.supervisor)).toEqual([200, 403])
    expect(await asked(house.practitioner)).toEqual([403, 403])
    expect(await asked(house.client, 'portal')).toEqual([403, 403])
    expect((await api.ask('console', PATH)).status).toBe(401)
  })

  it('[SQ20] [SQ3] is followed by the queue at once, version by version, and can go back to the defaults', async () => {
    const beth = await seat(house.administrator)
    const put = async (body: unknown) => beth.ask(PATH, body, 'PUT')
    expect(((await beth.ask(PATH)).json as PolicyPage).versions).toEqual([])
    expect(gist(await put(wanted(1)))).toEqual([409, 'words-changed'])
    const first = (await put(wanted(0, { neverReadDays: 0 }))).json as PolicyPage
    expect(first.versions[0]).toMatchObject({ version: 1, by: { person: house.administrator } })
    const { cases, thresholds } = await ruthsQueue()
    expect(thresholds.neverReadDays).toBe(0)
    expect(cases.find(({ caseId }) => caseId === house.hannasCase)?.band).toBe('today')
    expect(gist(await put(wanted(0)))).toEqual([409, 'words-changed'])
    const back = (await put(wanted(1))).json as PolicyPage
    expect(back.versions.map(({ version }) => version)).toEqual([2, 1])
    expect((await ruthsQueue()).thresholds).toEqual(DEFAULT_POLICY.thresholds)
  })

  it.each([
    ['a day that comes before the one that it follows', { unreadTodayDays: 14 }],
    ['no day', { askDays: 0 }],
    ['half a day', { unsignedDays: 1.5 }],
    ['more than a year', { agreementDays: 366 }],
  ])('[SQ20] takes nothing with %s', async (_what, changes) => {
    const beth = await seat(house.administrator)
    expect(gist(await beth.ask(PATH, wanted(2, changes), 'PUT'))).toEqual([400, 'malformed'])
  })

  it('[SQ20] takes no rule twice and not none, and PostgreSQL lets nobody change or remove a version', async () => {
    const beth = await seat(house.administrator)
    for (const rules of [[], ['bacp', 'bacp'], ['made-up']])
      expect((await beth.ask(PATH, { ...wanted(2), rules }, 'PUT')).status).toBe(400)
    await expect(api.owner.query('DELETE FROM supervision_policy_version')).rejects.toThrow()
    await expect(api.owner.query('UPDATE supervision_policy_version SET ask_days = 9')).rejects.toThrow()
  })

  it('[SQ17] what Ruth read and did not sign comes back after as many days', async () => {
    const ruth = await seat(house.supervisor)
    const { json } = await ruth.ask(`/api/cases/${house.case}`)
    await ruth.ask(`/api/plans/${(json as { plan: LogId }).plan}/history`)
    const reasons = async () =>
      (await ruthsQueue()).cases.find(({ caseId }) => caseId === house.case)?.reasons ?? []
    expect(await reasons()).toEqual([])
    api.clock.advance(8 * DAY)
    expect(await (async () => (await reasons()).map(({ kind }) => kind))()).toEqual(['unsigned'])
  })
})
