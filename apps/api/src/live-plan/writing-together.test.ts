import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, type House } from '../../test/people.js'
import { PlanReader } from '../plan/plan-reader.js'
import { LivePlans } from './live-plans.js'

let api: TestApi
let house: House
let plan: LogId

beforeAll(async () => {
  api = await startTestApi()
  house = await aHouse(api)
  plan = await planOf(api, house)
}, 30_000)

afterAll(async () => {
  await api.stop()
})

describe('two people in one plan', () => {
  it('[LP1] see the same words after writing at once, and so does the log', async () => {
    const client = await openPlan(api, house, 'client', plan)
    const practitioner = await openPlan(api, house, 'practitioner', plan)
    const place = await startGoal(client)
    await practitioner.until((state) => state.confirmed?.order.length === 1)
    for (let round = 0; round < 15; round++) {
      type(client, place, 0, `c${round} `)
      type(practitioner, place, practitioner.text(place).length, ` p${round}`)
      await new Promise((resolve) => setTimeout(resolve, round % 4))
    }
    await client.saved()
    await practitioner.saved()
    await client.until((state) => state.position?.seq === practitioner.state.position?.seq)
    expect(client.text(place)).toBe(practitioner.text(place))
    expect(client.text(place)).toHaveLength(15 * 6 + 10)
    expect(client.state.confirmed).toEqual(practitioner.state.confirmed)
    const stored = await api.app.get(PlanReader).load({ clinic: house.clinic, log: plan })
    expect(stored.plan).toEqual(client.state.confirmed)
    client.close()
    practitioner.close()
  })
})

describe('a room that nobody is in', () => {
  const MINUTE = 60_000

  it('[FT9] is closed when it was idle, and not while somebody who asked for it comes in', async () => {
    const place = { clinic: house.clinic, log: await planOf(api, { ...house, case: house.otherCase }) }
    const plans = api.app.get(LivePlans)
    const begun = performance.now()
    const clock = jest.spyOn(performance, 'now')
    try {
      const room = await plans.open(place)
      await plans.goRound()
      clock.mockReturnValue(begun + MINUTE)
      const opening = plans.open(place)
      await plans.goRound()
      expect([await opening, plans.loaded(place.log)]).toEqual([room, room])
      clock.mockReturnValue(begun + 2 * MINUTE)
      await plans.goRound()
      expect(plans.loaded(place.log)).toBeUndefined()
    } finally {
      clock.mockRestore()
    }
  })
})
