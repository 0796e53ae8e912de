import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import type { LogId } from '@accord/domain/ids'
import type { LookedMessage } from '@accord/domain/sync/wire'
import type { Socket as TcpSocket } from 'node:net'
import type { TextPlace } from '@accord/domain/goal/field'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'
import { aHouse, type House } from '../../test/people.js'
import type { LiveClient } from './replay/live-client.js'

let api: TestApi
let house: House
let plan: LogId
let client: LiveClient
let place: TextPlace

beforeAll(async () => {
  const quick = { operationsPerSecond: 10_000, operationBurst: 10_000, rightsAge: 50, roundTime: 50 }
  api = await startTestApi({ live: { ...quick, waitingBytes: 256 * 1024 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  client = await openPlan(api, house, 'client', plan)
  place = await startGoal(client)
}, 30_000)

afterAll(async () => {
  client.close()
  await api.stop()
})

async function wireFor(who: 'client' | 'practitioner'): Promise<Wire> {
  const { origin, cookie } = await addressFor(api, house[who], who === 'client' ? 'portal' : 'console')
  const wire = new Wire(origin, { origin, cookie })
  await until(() => wire.socket.connected)
  return wire
}

/** The connection below a socket, which a test stops reading from. */
function tcpOf(wire: Wire): TcpSocket {
  const { transport } = wire.socket.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } }
  return transport.ws._socket
}

function setAsideMessage(clientId = newClientId(), op = 1) {
  return { plan, clientId, op, command: { name: 'goal.setAside', goal: place.goal, reason: 'later' } }
}

describe('hard times', () => {
  it('[AC7] [CL14] a room that knows of the closing says so itself, before anything is staged', async () => {
    const wire = await wireFor('client')
    const close = (at: string) =>
      api.owner.query(`UPDATE clinic_case SET closed_at = ${at} WHERE case_id = $1`, [house.case])
    await close('now()')
    // As soon as the room looked again it answers by the rule; before, the database refuses the row.
    await until(async () => outcome(await wire.say('command', setAsideMessage())) === 'case-closed')
    await close('NULL')
    wire.socket.disconnect()
  })

  it('[Y1] somebody who reads too slowly is cut off, and nobody waits for them', async () => {
    const slow = await wireFor('practitioner')
    const join = { plan, clientId: newClientId(), have: null, snapshot: true }
    expect(outcome(await slow.say('join', join))).toMatch(/^joined/)
    const gone: LookedMessage[] = []
    client.wire.on('looked', (looked: LookedMessage) => {
      if (looked.gone && looked.who.person === house.practitioner) gone.push(looked)
    })
    tcpOf(slow).pause()
    // More than the network's own buffers hold on both sides, in pieces as a fast writer makes them.
    for (let round = 0; round < 4_000 && gone.length === 0; round++) {
      type(client, place, 0, String.fromCharCode(97 + (round % 26)).repeat(3_900), client.text(place).length)
      await client.saved()
    }
    expect(gone).toHaveLength(1)
    expect(client.text(place)).toHaveLength(3_900)
    tcpOf(slow).destroy()
  }, 60_000)

  it('[P1] [P6] words typed while storage is away are not called saved, and are kept when it is back', async () => {
    const before = client.text(place)
    const { origin, cookie } = await addressFor(api, house.client, 'portal')
    await storage(false)
    type(client, place, 0, 'kept ', before.length)
    // Who they are cannot be looked up: they are turned away, and that is nobody's bug.
    const turnedAway = new Wire(origin, { origin, cookie })
    await new Promise((resolve) => turnedAway.socket.once('connect_error', resolve))
    expect(client.state.pending.length).toBeGreaterThan(0)
    await storage(true)
    // Whoever was told that nothing can be saved comes back by joining again.
    client.wire.disconnect().connect()
    await client.saved()
    expect(api.lines.filter((line) => line.includes('"event":"bug"'))).toEqual([])
    expect(client.text(place)).toBe('kept ')
    const other = await openPlan(api, house, 'practitioner', plan)
    expect(other.text(place)).toBe('kept ')
    other.close()
  }, 60_000)
})

/** Takes the database away from everybody, or gives it back. */
async function storage(isThere: boolean): Promise<void> {
  const address = new URL(api.config.databaseUrl)
  const name = address.pathname.slice(1)
  address.pathname = '/postgres'
  const elsewhere = new pg.Client({ connectionString: address.href })
  await elsewhere.connect()
  await elsewhere.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isThere}`)
  const app = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'accord_app'`
  if (!isThere) await elsewhere.query(app, [name])
  await elsewhere.end()
}
