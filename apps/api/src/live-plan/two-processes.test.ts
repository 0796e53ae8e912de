import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { AcceptedMessage, JoinedMessage } from '@accord/domain/sync/wire'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { newClientId, outcome, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { createLogger } from '../http/logging.js'
import { PlanReader } from '../plan/plan-reader.js'
import { start, type Running } from '../start.js'
import { verifyDatabase } from '../history/verify-database.js'
import { LiveClient } from './replay/live-client.js'

let api: TestApi
let second: Running
let house: House
let plan: LogId

beforeAll(async () => {
  api = await startTestApi()
  house = await aHouse(api)
  plan = await planOf(api, house)
  second = await startBeside(api)
}, 30_000)

afterAll(async () => {
  await second.stop()
  await api.stop()
})

/** Another process of the same house, as far as the first one can tell: its own rooms, connections and lane. */
async function startBeside({ config, clock }: TestApi): Promise<Running> {
  const ports = { console: config.ports.console + 10_000, portal: config.ports.portal + 10_000 }
  if (ports.console > 65_000 || ports.portal > 65_000) {
    ports.console -= 20_000
    ports.portal -= 20_000
  }
  const origins = {
    console: [`http://localhost:${ports.console}`],
    portal: [`http://localhost:${ports.portal}`],
  }
  const logger = createLogger({ write: () => undefined })
  return start({ ...config, ports, origins }, { logger, clock, say: () => undefined })
}

describe('two processes with one plan', () => {
  it('[LP1] two people who write at different processes come to the same words, and the chain holds', async () => {
    const client = await openPlan(api, house, 'client', plan)
    const cookie = await cookieFor(api, 'console', house.practitioner)
    const practitioner = await new LiveClient({ origin: second.ready.console, cookie }, plan).live()
    const place = await startGoal(client)
    await practitioner.until((state) => state.confirmed?.order.length === 1)
    for (let round = 0; round < 12; round++) {
      type(client, place, 0, 'c')
      type(practitioner, place, practitioner.text(place).length, 'p')
      await new Promise((resolve) => setTimeout(resolve, round))
    }
    await client.saved()
    await practitioner.saved()
    const length = (words: string) => words.length === 24
    await client.until(() => length(client.text(place)))
    await practitioner.until(() => length(practitioner.text(place)))
    expect(client.text(place)).toBe(practitioner.text(place))
    expect(client.text(place)).toMatch(/^c+.*p+$/)
    const stored = await api.app.get(PlanReader).load({ clinic: house.clinic, log: plan })
    expect(stored.plan.goals[place.goal]?.statement.text).toBe(client.text(place))
    const flaws: unknown[] = []
    await verifyDatabase(api.config, ({ flaw }) => flaws.push(flaw))
    expect(flaws.filter(Boolean)).toEqual([])
    client.close()
    practitioner.close()
  }, 20_000)

  it('[LP3] an operation whose answer was lost with its process is answered as stored by the other', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const first = new Wire(api.ready.portal, { origin: api.ready.portal, cookie })
    const command = { name: 'goal.add', goal: newClientId(), kind: 'change', title: 'Walk' }
    const message = { plan, clientId: newClientId(), op: 1, command }
    const answer = outcome(await first.say('command', message))
    expect(answer).toMatch(/^accepted/)
    first.socket.disconnect()
    const other = new Wire(second.ready.portal, { origin: second.ready.portal, cookie })
    expect(outcome(await other.say('command', message))).toBe(answer)
    expect(outcome(await other.say('command', { ...message, op: 2 }))).toBe('already-exists')
    other.socket.disconnect()
  })

  it('[LP4] somebody who has seen more than the process that they come back to loses nothing', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const behind = new Wire(second.ready.portal, { origin: second.ready.portal, cookie })
    const join = { plan, clientId: newClientId(), have: null, snapshot: true }
    expect(outcome(await behind.say('join', join))).toMatch(/^joined/)
    const ahead = new Wire(api.ready.portal, { origin: api.ready.portal, cookie })
    const command = { name: 'goal.add', goal: newClientId(), kind: 'change', title: 'Rest' }
    const [told] = await ahead.say('command', { plan, clientId: newClientId(), op: 1, command })
    const { seq, hash } = told?.message as AcceptedMessage
    const have = { epoch: 1, seq, hash }
    const [heard] = await behind.say('join', { ...join, have, snapshot: false })
    expect(heard?.message).toMatchObject({ reset: false, seq, hash, entries: [] })
    behind.socket.disconnect()
    ahead.socket.disconnect()
  })

  it('[LP3] whoever comes back elsewhere is told of a stored number only together with its entry', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const behind = new Wire(second.ready.portal, { origin: second.ready.portal, cookie })
    const clientId = newClientId()
    const join = { plan, clientId, have: null, snapshot: false }
    const [began] = await behind.say('join', { ...join, clientId: newClientId() })
    const { epoch, seq, hash } = began?.message as JoinedMessage
    const first = new Wire(api.ready.portal, { origin: api.ready.portal, cookie })
    const command = { name: 'goal.add', goal: newClientId(), kind: 'change', title: 'Cook' }
    expect(outcome(await first.say('command', { plan, clientId, op: 1, command }))).toMatch(/^accepted/)
    const [heard] = await behind.say('join', { ...join, have: { epoch, seq, hash } })
    expect(heard?.message).toMatchObject({ lastOp: 1, entries: [{ seq: seq + 1, clientId, op: 1 }] })
    behind.socket.disconnect()
    first.socket.disconnect()
  })

  it('[LP3] a number that one process refused is not given to other words by the next one', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const clientId = newClientId()
    const first = new Wire(api.ready.portal, { origin: api.ready.portal, cookie })
    const unknown = { name: 'goal.takeUp', goal: newClientId() }
    const refused = await first.say('command', { plan, clientId, op: 1, command: unknown })
    expect(outcome(refused)).toBe('unknown-goal')
    const other = new Wire(second.ready.portal, { origin: second.ready.portal, cookie })
    const [joined] = await other.say('join', { plan, clientId, have: null, snapshot: false, lastOp: 1 })
    expect(joined?.message).toMatchObject({ lastOp: 1 })
    const command = { name: 'goal.add', goal: newClientId(), kind: 'change', title: 'Read' }
    const answer = outcome(await other.say('command', { plan, clientId, op: 2, command }))
    expect(answer).toMatch(/^accepted/)
    // What was on its way to the first one arrives late, and is the operation that is stored already.
    expect(outcome(await first.say('command', { plan, clientId, op: 2, command }))).toBe(answer)
    first.socket.disconnect()
    other.socket.disconnect()
  })

  it('[LP4] somebody who stands where no history stood begins anew', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const wire = new Wire(api.ready.portal, { origin: api.ready.portal, cookie })
    const have = { epoch: 1, seq: 2, hash: 'f'.repeat(64) }
    const [heard] = await wire.say('join', { plan, clientId: newClientId(), have, snapshot: false })
    expect(heard?.message).toMatchObject({ reset: true, nextFrom: null, entries: [] })
    wire.socket.disconnect()
  })
})
