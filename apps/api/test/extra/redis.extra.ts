import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { LookedMessage } from '@accord/domain/sync/wire'
import { freePort } from '../../src/live-plan/replay/free-port.js'
import { LiveClient } from '../../src/live-plan/replay/live-client.js'
import { LivePlans } from '../../src/live-plan/live-plans.js'
import { Neighbours } from '../../src/processes/neighbours.js'
import { startTestApi, type TestApi } from '../api.js'
import { deskOf } from '../desk.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../live/clients.js'
import { createPerson } from '../live/clinic.js'
import { newClientId, outcome, until, Wire } from '../live/wire.js'
import { aHouse, cookieFor, type House } from '../people.js'
import { startSecond } from '../second-process.js'

// Nobody looks by themselves within a test: what arrives was hinted at.
const NEVER = 600_000

let port: number
let redis: ChildProcess
let first: TestApi
let second: TestApi
let house: House
let plan: LogId

const together = () => until(() => [first, second].every((api) => api.app.get(Neighbours).count === 1))

beforeAll(async () => {
  port = await freePort()
  redis = startRedis()
  first = await startTestApi({ redisUrl: `redis://127.0.0.1:${port}`, live: { roundTime: NEVER } })
  second = await startSecond(first)
  house = await aHouse(first)
  plan = await planOf(first, house)
  await together()
}, 60_000)
afterAll(async () => {
  await second.stop()
  await first.stop()
  redis.kill('SIGTERM')
})

/** One that keeps nothing: whatever is lost with it was only a hint. */
function startRedis(): ChildProcess {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  return spawn('redis-server', options, { stdio: 'ignore' })
}

describe('two processes with a Redis between them', () => {
  it('[MP4] hear of each other’s entries and people over a stream', async () => {
    const jonah = await openPlan(first, house, 'client', plan)
    const looks: LookedMessage[] = []
    jonah.wire.on('looked', (looked: LookedMessage) => looks.push(looked))
    const place = await startGoal(jonah)
    const mara = await new LiveClient(await addressFor(second, house.practitioner, 'console'), plan).live()
    await until(() => looks.some(({ who }) => who.person === house.practitioner))
    type(jonah, place, 0, 'slept')
    await mara.until(() => mara.text(place) === 'slept')
    type(mara, place, 5, ' well')
    await jonah.until(() => jonah.text(place) === 'slept well')
    mara.close()
    await until(() => looks.at(-1)?.gone === true)
    jonah.close()
  })

  it('[MP4] go on without it: what is acknowledged is stored, and the other one finds it by itself', async () => {
    const jonah = await openPlan(first, house, 'client', plan)
    const mara = await new LiveClient(await addressFor(second, house.practitioner, 'console'), plan).live()
    const ended = new Promise((resolve) => redis.once('exit', resolve))
    redis.kill('SIGKILL')
    await ended
    const place = await startGoal(jonah, 'Without')
    type(jonah, place, 0, 'kept')
    await jonah.saved()
    expect(mara.text(place)).toBe('')
    await second.app.get(LivePlans).goRound()
    await mara.until(() => mara.text(place) === 'kept')
    redis = startRedis()
    await together()
    type(jonah, place, 4, ' again')
    await mara.until(() => mara.text(place) === 'kept again')
    jonah.close()
    mara.close()
  }, 60_000)

  it('[MP4] [MP7] stand still with it: what is written is stored, and a part that ended on one is refused on the other', async () => {
    const { origin, cookie } = await addressFor(second, house.practitioner, 'console')
    const wire = new Wire(origin, { origin, cookie })
    const clientId = newClientId()
    const add = (op: number) => {
      const command = { name: 'goal.add', goal: newClientId(), kind: 'change', title: 'One' }
      return wire.say('command', { plan, clientId, op, command })
    }
    await until(() => wire.socket.connected)
    await wire.say('join', { plan, clientId, have: null, snapshot: false })
    redis.kill('SIGSTOP')
    try {
      expect(outcome(await add(1))).toMatch(/^accepted/)
      const jonah = await openPlan(first, house, 'client', plan)
      const place = await startGoal(jonah, 'Still')
      type(jonah, place, 0, 'kept')
      await jonah.saved()
      jonah.close()
      const successor = await createPerson(first.owner, house.clinic, ['practitioner'])
      const desk = deskOf(first, await cookieFor(first, 'console', house.administrator))
      const change = { person: successor, relation: 'practitioner', insteadOf: house.practitioner }
      expect((await desk.post(`case-files/${house.case}/parties`, change)).status).toBe(200)
      expect(['not-yours', 'not-found']).toContain(outcome(await add(2)))
    } finally {
      redis.kill('SIGCONT')
    }
    await together()
    wire.socket.disconnect()
  }, 60_000)
})
