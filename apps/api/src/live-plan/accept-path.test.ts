import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { GoalId, LogId } from '@accord/domain/ids'
import { wordingHash } from '@accord/domain/goal/wording'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import type { LiveClient } from './replay/live-client.js'

let api: TestApi
let house: House
let plan: LogId
let goal: GoalId
let client: LiveClient
let wire: Wire

beforeAll(async () => {
  api = await startTestApi({ live: { operationsPerSecond: 10_000, operationBurst: 10_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  client = await openPlan(api, house, 'client', plan)
  goal = (await startGoal(client)).goal
  wire = await wireFor('client')
}, 30_000)

afterAll(async () => {
  client.close()
  wire.socket.disconnect()
  await api.stop()
})

async function wireFor(who: 'client' | 'practitioner' | 'supervisor'): Promise<Wire> {
  const { origin, cookie } = await addressFor(api, house[who], who === 'client' ? 'portal' : 'console')
  return new Wire(origin, { origin, cookie })
}

async function entries(): Promise<number> {
  const [row]: { count: number }[] = await api.owner.query(
    'SELECT count(*)::int AS count FROM entry WHERE log_id = $1',
    [plan],
  )
  return row?.count ?? 0
}

/** An operation that would be accepted: the client writes a letter before what the field says now. */
function message(op = 1, clientId = newClientId()) {
  const { length } = client.text({ goal, field: 'why' })
  const base = client.state.position?.seq ?? 0
  return {
    plan,
    clientId,
    op,
    base,
    goal,
    field: 'why',
    changes: length === 0 ? [[0, 'a']] : [[0, 'a'], length],
  }
}

describe('what a socket may say', () => {
  it('[Y1] an operation of more than 64 KB is refused, and the socket lives', async () => {
    const before = await entries()
    const large = { ...message(), changes: [[0, 'x'.repeat(65 * 1024)]] }
    expect(outcome(await wire.say('text', large))).toBe('too-large')
    expect(wire.socket.connected).toBe(true)
    expect(await entries()).toBe(before)
  })

  it('[Y1] a message of two megabytes ends its socket', async () => {
    const flooding = await wireFor('client')
    await until(() => flooding.socket.connected)
    flooding.socket.emit('text', { ...message(), changes: [[0, 'x'.repeat(2 * 1024 * 1024)]] })
    await until(() => !flooding.socket.connected)
  })

  it.each(['author', 'person', 'relation', 'seq', 'at', 'hash', 'clinic', '__proto__x'])(
    '[Y3] a message that brings its own %s is refused',
    async (key) => {
      const before = await entries()
      expect(outcome(await wire.say('text', { ...message(), [key]: house.practitioner }))).toBe('malformed')
      const command = {
        plan,
        clientId: newClientId(),
        op: 1,
        command: { name: 'goal.takeUp', goal, [key]: 1 },
      }
      expect(outcome(await wire.say('command', command))).toBe('malformed')
      expect(await entries()).toBe(before)
    },
  )

  it('[Y2, S4] whatever shape a message has, it is answered with a code and nothing falls over', async () => {
    const before = await entries()
    const shapes: unknown[] = [
      null,
      0,
      '',
      [],
      {},
      true,
      'x',
      [[]],
      { plan, more: 1 },
      { plan: 7 },
      { ...message(), base: -1 },
    ]
    const changes: unknown[] = [
      [-1],
      [Number.NaN],
      [1.5],
      [[0, 'a\nb']],
      [1e9],
      [[[1]]],
      [null],
      ['1'],
      [[2_000, '']],
    ]
    for (const body of [...shapes, ...changes.map((bad) => ({ ...message(), changes: bad }))]) {
      for (const event of ['join', 'text', 'command', 'look', 'leave']) {
        expect(outcome(await wire.say(event, body))).toMatch(/^(malformed|bad-changes)$/)
      }
    }
    expect(await entries()).toBe(before)
  })

  it('[Y5] every message thrice and shuffled makes one entry each, and the same answer each time', async () => {
    const clientId = newClientId()
    const before = await entries()
    const first = message(1, clientId)
    const answers = [
      await wire.say('text', first),
      await wire.say('text', first),
      await wire.say('text', first),
    ]
    expect(new Set(answers.map(outcome)).size).toBe(1)
    expect(outcome(await wire.say('text', { ...first, op: 3 }))).toBe('out-of-order')
    await client.until((state) => client.text({ goal, field: 'why' }) !== '' && state.pending.length === 0)
    const second = message(2, clientId)
    const both = [second, second, first].map((body) => wire.socket.emit('text', body))
    expect(both).toHaveLength(3)
    await until(async () => (await entries()) === before + 2)
  })

  it('[Y5] a tab belongs to the person who first wrote with it', async () => {
    const mine = message()
    expect(outcome(await wire.say('text', mine))).toMatch(/^accepted/)
    const foreign = await wireFor('practitioner')
    const theirs = { ...mine, op: 2, field: 'statement' }
    expect(outcome(await foreign.say('text', theirs))).toBe('foreign-client')
    foreign.socket.disconnect()
  })

  it('[Y9] a supervisor has no way to write, by socket or by REST', async () => {
    const before = await entries()
    const supervisor = await wireFor('supervisor')
    expect(outcome(await supervisor.say('text', message()))).toBe('read-only')
    const command = { plan, clientId: newClientId(), op: 1, command: { name: 'goal.takeUp', goal } }
    expect(outcome(await supervisor.say('command', command))).toBe('read-only')
    const cookie = await cookieFor(api, 'console', house.supervisor)
    const answer = await api.ask('console', `/api/plans/${plan}/operations`, { body: message(), cookie })
    expect(answer.status).toBe(403)
    expect(await entries()).toBe(before)
    supervisor.socket.disconnect()
  })

  it('[AC5, S3] a plan that is not there and one that is somebody else’s get one answer', async () => {
    const other = await api.owner.query<{ log_id: LogId }[]>('SELECT log_id FROM log WHERE case_id = $1', [
      house.otherCase,
    ])
    const real = other[0]?.log_id
    for (const asked of [real, newClientId()]) {
      const join = { plan: asked, clientId: newClientId(), have: null, snapshot: true }
      expect(outcome(await wire.say('join', join))).toBe('not-found')
      expect(outcome(await wire.say('text', { ...message(), plan: asked }))).toBe('not-found')
    }
  })

  it('[LP7] an operation by REST goes through the same room', async () => {
    const cookie = await cookieFor(api, 'portal', house.client)
    const answer = await api.ask('portal', `/api/plans/${plan}/operations`, { body: message(), cookie })
    expect(answer.status).toBe(201)
    await client.until((state) => state.position?.seq === (answer.json as { seq: number }).seq)
  })
})

describe('words and rights that changed meanwhile', () => {
  it('[Y6] agreement to words that somebody else changed first is refused', async () => {
    const practitioner = await openPlan(api, house, 'practitioner', plan)
    const place = { goal, field: 'statement' as const }
    type(practitioner, place, 0, 'Sleep by eleven')
    await practitioner.saved()
    const wording = wordingHash(goal, 'Sleep by eleven')
    const readAt = practitioner.state.position?.seq ?? 0
    type(practitioner, place, 0, 'To ')
    await practitioner.saved()
    const answer = { name: 'agreement.answer', goal, answer: 'agree', wording, readAt, reason: null }
    const asked = { plan, clientId: newClientId(), op: 1, command: answer }
    expect(outcome(await wire.say('command', asked))).toBe('words-changed')
    practitioner.close()
  })

  it('[Y7] deleting everything is told to somebody, and one command gives every word back', async () => {
    const place = { goal, field: 'statement' as const }
    const words = client.text(place)
    const before = client.state.position?.seq ?? 0
    type(client, place, 0, '', words.length)
    await client.saved()
    const alerts: unknown[] = await api.owner.query('SELECT kind FROM alert WHERE log_id = $1', [plan])
    expect(alerts).toEqual([{ kind: 'large-deletion' }])
    client.command({ name: 'wording.restore', goal, field: 'statement', to: before })
    await client.saved()
    expect(client.text(place)).toBe(words)
  })

  it('[S2] somebody whose part in the case ended writes nothing more, though nobody told the room', async () => {
    const clientId = newClientId()
    const told: unknown[] = []
    client.wire.on('closed', (reason: unknown) => told.push(reason))
    expect(outcome(await wire.say('text', message(1, clientId)))).toMatch(/^accepted/)
    await client.saved()
    const before = await entries()
    await api.owner.query('UPDATE case_party SET until = now() WHERE case_id = $1 AND person_id = $2', [
      house.case,
      house.client,
    ])
    // The room may believe what it read a moment ago; the database does not.
    expect(['not-yours', 'not-found']).toContain(outcome(await wire.say('text', message(2, clientId))))
    expect(await entries()).toBe(before)
    await until(() => told.length > 0)
    expect(told).toEqual([{ plan, reason: 'access-ended' }])
  })
})
