import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { LookedMessage } from '@accord/domain/sync/wire'
import { firstValueFrom } from 'rxjs'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf } from '../../test/desk.js'
import { addressFor, planOf, startGoal, type, type Who } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { SignInService } from '../identity/sign-in.service.js'
import { HintBus } from '../processes/hint-bus.js'
import { Neighbours } from '../processes/neighbours.js'
import { LivePlans } from './live-plans.js'
import { LiveClient } from './replay/live-client.js'

// Nobody looks by themselves within a test: what arrives was hinted at.
const NEVER = 600_000

let first: TestApi
let second: TestApi
let third: TestApi
let house: House
let plan: LogId

const neighbours = (api: TestApi) => api.app.get(Neighbours)
const clientAt = async (api: TestApi, who: Who, of = house, log = plan) =>
  new LiveClient(await addressFor(api, of[who], who === 'client' ? 'portal' : 'console'), log).live()

beforeAll(async () => {
  first = await startTestApi({ live: { roundTime: NEVER, signInAge: NEVER } })
  second = await startSecond(first)
  third = await startSecond(first)
  await until(() => [first, second, third].every((api) => neighbours(api).count === 2))
}, 30_000)
afterAll(async () => {
  await third.stop()
  await second.stop()
  await first.stop()
})
beforeEach(async () => {
  house = await aHouse(first)
  plan = await planOf(first, house)
})

/** Whatever this process tells the others is lost on the way, until it is given back. */
function losing(api: TestApi) {
  const lost = jest.spyOn(api.app.get(HintBus), 'send').mockRejectedValue(new Error('lost'))
  return () => lost.mockRestore()
}

describe('three processes with one plan', () => {
  it('[MP1] [MP2] tell each other that it has grown, and everybody reads the same words', async () => {
    const jonah = await clientAt(first, 'client')
    const place = await startGoal(jonah)
    const mara = await clientAt(second, 'practitioner')
    const ruth = await clientAt(third, 'supervisor')
    for (let round = 0; round < 8; round++) {
      type(jonah, place, 0, 'c')
      if (mara.state.confirmed?.order.length === 1) type(mara, place, mara.text(place).length, 'p')
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    await jonah.saved()
    await mara.saved()
    const last = Math.max(jonah.state.position?.seq ?? 0, mara.state.position?.seq ?? 0)
    for (const person of [jonah, mara, ruth]) {
      await person.until((state) => (state.position?.seq ?? 0) >= last)
      expect(person.text(place)).toBe(jonah.text(place))
    }
    for (const person of [jonah, mara, ruth]) person.close()
  })

  it('[MP3] go on hearing of each other after their connections for hints were cut', async () => {
    const jonah = await clientAt(first, 'client')
    const mara = await clientAt(second, 'practitioner')
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND application_name = 'accord-hints'`
    const heardAgain = [first, second, third].map((api) => firstValueFrom(neighbours(api).opened))
    expect((await first.owner.query<unknown[]>(cut)).length).toBe(3)
    await Promise.all(heardAgain)
    const place = await startGoal(jonah)
    type(jonah, place, 0, 'again')
    await mara.until(() => mara.text(place) === 'again')
    jonah.close()
    mara.close()
  })

  it('[MP6] a lost notification costs no more than the round that looks by itself', async () => {
    const jonah = await clientAt(first, 'client')
    const mara = await clientAt(second, 'practitioner')
    const giveBack = losing(first)
    const place = await startGoal(jonah)
    type(jonah, place, 0, 'unheard of')
    await jonah.saved()
    expect(mara.state.confirmed?.order).toEqual([])
    await second.app.get(LivePlans).goRound()
    await mara.until(() => mara.text(place) === 'unheard of')
    giveBack()
    jonah.close()
    mara.close()
  })
})

describe('a room that is told of news while somebody’s operation waits for their rights', () => {
  it('[MP6] reads the news and stores the operation', async () => {
    const jonah = await clientAt(first, 'client')
    const place = await startGoal(jonah)
    const room = first.app.get(LivePlans).loaded(plan)
    if (!room) throw new Error('the plan is not open')
    let read: () => void = () => undefined
    const reading = new Promise<void>((resolve) => (read = resolve))
    const isFresh = jest.spyOn(room.rights, 'isFresh').mockReturnValue(false)
    const refresh = jest.spyOn(room.rights, 'refresh').mockReturnValue(reading)
    type(jonah, place, 0, 'kept')
    await until(() => refresh.mock.calls.length > 0)
    room.catchUp(room.confirmed.position.seq + 1)
    isFresh.mockRestore()
    refresh.mockRestore()
    read()
    await jonah.saved()
    jonah.close()
  })
})

describe('rights that end on one process', () => {
  const handOver = async () => {
    const successor = await createPerson(first.owner, house.clinic, ['practitioner'])
    const desk = deskOf(first, await cookieFor(first, 'console', house.administrator))
    const change = { person: successor, relation: 'practitioner', insteadOf: house.practitioner }
    expect((await desk.post(`case-files/${house.case}/parties`, change)).status).toBe(200)
  }

  it('[MP7] close the plan on another at once, where the notification arrives', async () => {
    const mara = await clientAt(second, 'practitioner')
    await handOver()
    await mara.until((state) => state.closed === 'access-ended')
    mara.close()
  })

  it('[MP7] [CL13] refuse the very next operation on another, also when the notification is lost', async () => {
    const { origin, cookie } = await addressFor(second, house.practitioner, 'console')
    const wire = new Wire(origin, { origin, cookie })
    const clientId = newClientId()
    const add = (op: number) => {
      const command = { name: 'goal.add', goal: newClientId(), kind: 'change', title: 'One' }
      return wire.say('command', { plan, clientId, op, command })
    }
    await wire.say('join', { plan, clientId, have: null, snapshot: false })
    expect(outcome(await add(1))).toMatch(/^accepted/)
    const giveBack = losing(first)
    await handOver()
    expect(['not-yours', 'not-found']).toContain(outcome(await add(2)))
    giveBack()
    wire.socket.disconnect()
  })

  it('[MP7] [S2] a sign-in that ends closes its sockets on every process', async () => {
    const jonah = await clientAt(second, 'client')
    await first.app.get(SignInService).endAllOf(house.clinic, house.client)
    await jonah.until((state) => state.closed === 'signed-out')
    jonah.close()
  })
})

/** Everybody of whom somebody was told, with joining or later. */
function seenBy({ heard }: Wire) {
  const present = heard.flatMap(({ message }) => {
    if ('here' in message) return message.here
    return 'who' in message ? [message.who] : []
  })
  return new Set(present.map(({ person }) => person))
}

describe('people on different processes', () => {
  it('[MP8] see each other come, see each other’s carets, and see each other go', async () => {
    const jonah = await clientAt(first, 'client')
    const place = await startGoal(jonah)
    type(jonah, place, 0, 'slept')
    await jonah.saved()
    const looks: LookedMessage[] = []
    jonah.wire.on('looked', (looked: LookedMessage) => looks.push(looked))
    const ofMara = () => looks.filter(({ who }) => who.person === house.practitioner)
    const mara = await clientAt(second, 'practitioner')
    await until(() => ofMara().length === 1)
    // A caret is clamped to the text that is there, whoever says it.
    mara.wire.emit('look', { plan, at: { ...place, anchor: 3, head: 90 } })
    await until(() => ofMara().length === 2)
    expect(ofMara().at(-1)?.who).toMatchObject({ relation: 'practitioner', at: { anchor: 3, head: 5 } })
    // Whoever comes later, and to a third process, is told who is there already.
    const { origin, cookie } = await addressFor(third, house.supervisor, 'console')
    const ruth = new Wire(origin, { origin, cookie })
    await ruth.say('join', { plan, clientId: newClientId(), have: null, snapshot: false })
    await until(() => [house.client, house.practitioner].every((person) => seenBy(ruth).has(person)))
    mara.close()
    await until(() => ofMara().at(-1)?.gone === true)
    ruth.socket.disconnect()
    jonah.close()
  })

  it('[MP8] are gone together with their process', async () => {
    const fourth = await startSecond(first)
    const jonah = await clientAt(first, 'client')
    const gone: string[] = []
    jonah.wire.on('looked', (looked: LookedMessage) => looked.gone && gone.push(looked.who.person))
    const mara = await clientAt(fourth, 'practitioner')
    mara.wire.io.reconnection(false)
    await fourth.stop()
    await until(() => gone.includes(house.practitioner) && neighbours(first).count === 2)
    mara.close()
    jonah.close()
  })
})

describe('a process alone', () => {
  it('[MP5] asks whether anybody is there, and tells nobody anything else', async () => {
    const alone = await startTestApi()
    try {
      const said = jest.spyOn(alone.app.get(HintBus), 'send')
      const at = await aHouse(alone)
      const jonah = await clientAt(alone, 'client', at, await planOf(alone, at))
      const place = await startGoal(jonah)
      type(jonah, place, 0, 'slept')
      await jonah.saved()
      expect(said.mock.calls.filter(([letter]) => !letter.includes('"hello"'))).toEqual([])
      jonah.close()
    } finally {
      await alone.stop()
    }
  })
})
