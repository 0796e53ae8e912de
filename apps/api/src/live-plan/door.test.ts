import { request, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

let api: TestApi
let house: House
let plan: LogId

beforeAll(async () => {
  api = await startTestApi({ live: { operationsPerSecond: 1, operationBurst: 5 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
}, 30_000)

afterAll(async () => {
  await api.stop()
})

/** What the handshake says to a socket with these headers. */
async function knock(origin: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const wire = new Wire(origin, headers)
  const said = await new Promise<string>((resolve) => {
    wire.socket.on('connect', () => resolve('open'))
    wire.socket.on('connect_error', (error: Error & { description?: { message?: string } }) =>
      resolve(/\d{3}/.exec(error.description?.message ?? '')?.[0] ?? error.message),
    )
  })
  wire.socket.disconnect()
  return said
}

/** A WebSocket that is opened and on which nothing is said. */
function upgraded(origin: string, cookie: string): Promise<{ status: number; socket: Socket }> {
  const handshake = { 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' }
  const headers = { origin, cookie, connection: 'Upgrade', upgrade: 'websocket', ...handshake }
  const out = request(`${origin}/socket.io/?EIO=4&transport=websocket`, { headers, agent: false })
  return new Promise((resolve, reject) => {
    const answered = ({ statusCode = 0, socket }: IncomingMessage) => resolve({ status: statusCode, socket })
    out.once('upgrade', answered).once('response', answered).once('error', reject).end()
  })
}

describe('the door for sockets', () => {
  it('[S1] opens to the own origin with a cookie of the own app', async () => {
    const { origin, cookie } = await addressFor(api, house.client, 'portal')
    expect(await knock(origin, { origin, cookie })).toBe('open')
  })

  it.each([
    'http://evil.example',
    'null',
    'https://localhost',
    'http://localhost',
    'http://localhost.evil.example',
  ])('[S1] stays shut for the origin %s', async (foreign) => {
    const { origin, cookie } = await addressFor(api, house.client, 'portal')
    expect(await knock(origin, { origin: foreign, cookie })).toBe('403')
  })

  it('[S1] stays shut without an origin and for the other app’s', async () => {
    const { origin, cookie } = await addressFor(api, house.client, 'portal')
    expect(await knock(origin, { cookie })).toBe('403')
    expect(await knock(origin, { origin: api.config.origins.console[0] ?? '', cookie })).toBe('403')
  })

  it('[S1, AC6] a cookie of the portal is worth nothing at the console', async () => {
    const origin = api.config.origins.console[0] ?? ''
    const cookie = await cookieFor(api, 'portal', house.client)
    expect(await knock(origin, { origin, cookie })).toBe('401')
    expect(await knock(origin, { origin })).toBe('401')
  })

  it('[S1] polling is not served', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const answer = await api.ask('portal', '/socket.io/?EIO=4&transport=polling', { cookie })
    expect(answer.status).toBe(400)
  })

  it('[S6] lets one person open ten sockets and no more', async () => {
    const { origin, cookie } = await addressFor(api, house.client, 'portal')
    const wires = Array.from({ length: 10 }, () => new Wire(origin, { origin, cookie }))
    await until(() => wires.every((wire) => wire.socket.connected))
    expect(await knock(origin, { origin, cookie })).toBe('429')
    for (const wire of wires) wire.socket.disconnect()
  })
})

describe('connections that say nothing', () => {
  it('[S6] [FT8] are counted like those that do', async () => {
    const { origin, cookie } = await addressFor(api, house.otherClient, 'portal')
    const silent = []
    for (let at = 0; at < 10; at++) silent.push(await upgraded(origin, cookie))
    expect(silent.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 101))
    expect((await upgraded(origin, cookie)).status).toBe(429)
    for (const { socket } of silent) socket.destroy()
    await until(async () => (await knock(origin, { origin, cookie })) === 'open')
  })

  it('[S6] [FT8] any more, because they have left, are ended', async () => {
    const { origin, cookie } = await addressFor(api, house.otherClient, 'portal')
    const wire = new Wire(origin, { origin, cookie })
    await until(() => wire.socket.connected)
    const { engine } = wire.socket.io
    const { transport } = engine as unknown as { transport: { ws: { send: (frame: string) => void } } }
    // The protocol's word for leaving; the connection below it would stay, answered ping by pong.
    transport.ws.send('41')
    await until(() => engine.readyState === 'closed')
  })
})

describe('people in a plan', () => {
  it('[AC8] opening and leaving a plan are written down', async () => {
    const practitioner = await openPlan(api, house, 'practitioner', plan)
    practitioner.close()
    const events = async (): Promise<unknown[]> =>
      api.owner.query(`SELECT what FROM access_event WHERE person_id = $1 ORDER BY at`, [house.practitioner])
    await until(async () => (await events()).length === 2)
    expect(await events()).toEqual([{ what: 'plan-opened' }, { what: 'plan-left' }])
  })

  it('[AC8] a plan whose opening cannot be written down is not shown', async () => {
    await api.owner.query('REVOKE INSERT ON access_event FROM accord_app')
    const { origin, cookie } = await addressFor(api, house.client, 'portal')
    const wire = new Wire(origin, { origin, cookie })
    const join = { plan, clientId: newClientId(), have: null, snapshot: true }
    expect(outcome(await wire.say('join', join))).toBe('storage-unavailable')
    expect(wire.heard.filter(({ event }) => event === 'joined')).toEqual([])
    await api.owner.query('GRANT INSERT ON access_event TO accord_app')
    wire.socket.disconnect()
  })

  it('[Y8] are shown to each other as who they are, whatever they say of themselves', async () => {
    const client = await openPlan(api, house, 'client', plan)
    const place = await startGoal(client)
    type(client, place, 0, 'Sleep')
    await client.saved()
    const { origin, cookie } = await addressFor(api, house.supervisor, 'console')
    const supervisor = new Wire(origin, { origin, cookie })
    await supervisor.say('join', { plan, clientId: newClientId(), have: null, snapshot: true })
    const looks: { who: { person: string; relation: string; at: unknown } }[] = []
    client.wire.on('looked', (look: (typeof looks)[number]) => looks.push(look))
    const at = { goal: place.goal, field: 'statement', anchor: 2, head: 999_999 }
    expect(outcome(await supervisor.say('look', { plan, at, person: house.client }))).toBe('malformed')
    supervisor.socket.emit('look', { plan, at })
    await until(() => looks.length === 1)
    const { person, relation, at: seenAt } = looks[0]?.who ?? {}
    expect({ person, relation, seenAt }).toEqual({
      person: house.supervisor,
      relation: 'supervisor',
      seenAt: { ...at, head: 5 },
    })
    supervisor.socket.disconnect()
    await until(() => looks.length === 2)
    client.close()
  })

  it('[Y1] whoever writes faster than a hand can is told to wait', async () => {
    const { origin, cookie } = await addressFor(api, house.practitioner, 'console')
    const wire = new Wire(origin, { origin, cookie })
    const takeUp = { name: 'goal.takeUp', goal: newClientId() }
    const answers = []
    for (let op = 1; op <= 8; op++) {
      answers.push(
        outcome(await wire.say('command', { plan, clientId: newClientId(), op: 1, command: takeUp })),
      )
    }
    expect(answers.filter((answer) => answer === 'too-fast').length).toBeGreaterThanOrEqual(2)
    expect(answers.slice(0, 4)).toEqual(['unknown-goal', 'unknown-goal', 'unknown-goal', 'unknown-goal'])
    wire.socket.disconnect()
  })

  it('[S2] a sign-out closes the sockets of that sign-in', async () => {
    const { origin, cookie } = await addressFor(api, house.practitioner, 'console')
    const wire = new Wire(origin, { origin, cookie })
    await until(() => wire.socket.connected)
    await api.ask('console', '/api/sign-out', { cookie, body: {} })
    await until(() => wire.socket.disconnected)
    expect(wire.heard.map(({ message }) => message)).toEqual([{ plan: null, reason: 'signed-out' }])
  })

  it('[Y12] a plan with an altered entry is shown to nobody, and the others go on', async () => {
    const runner = api.owner.createQueryRunner()
    await runner.query('SET session_replication_role = replica')
    const other = await runner.manager.query<{ log_id: LogId }[]>(
      'SELECT log_id FROM log WHERE case_id = $1',
      [house.otherCase],
    )
    const broken = other[0]?.log_id
    await runner.query(
      'UPDATE entry SET content = set_byte(content, 20, get_byte(content, 20) # 1) WHERE log_id = $1',
      [broken],
    )
    await runner.query('SET session_replication_role = DEFAULT')
    await runner.release()
    const { origin, cookie } = await addressFor(api, house.practitioner, 'console')
    const wire = new Wire(origin, { origin, cookie })
    const join = { clientId: newClientId(), have: null, snapshot: true }
    expect(outcome(await wire.say('join', { ...join, plan: broken }))).toBe('plan-unreadable')
    expect(outcome(await wire.say('join', { ...join, plan }))).toMatch(/^joined/)
    expect(await api.owner.query('SELECT kind, seq FROM alert WHERE log_id = $1', [broken])).toEqual([
      { kind: 'history-broken', seq: '1' },
    ])
    wire.socket.disconnect()
  })
})
