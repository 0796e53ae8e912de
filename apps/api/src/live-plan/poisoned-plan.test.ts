import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from '@accord/domain/history/payload'
import type { GoalId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { routes } from '../../test/hostile/doors.js'
import { expectedOf } from '../../test/hostile/expected.js'
import { askCell } from '../../test/hostile/requests.js'
import { aWorld, type Asker, type Place } from '../../test/hostile/world.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'
import { EntryRepository } from '../history/entry.repository.js'
import { KeyStore } from '../history/key-store.js'
import { sealEntry } from '../history/sealing.js'
import { EntryStore } from './entry-store.js'
import { LivePlans } from './live-plans.js'

let api: TestApi

beforeAll(async () => {
  api = await startTestApi({
    limits: { attemptsPerAccount: 1e6, attemptsPerAddress: 1e6 },
    live: { idleTime: 2_000, roundTime: 50 },
  })
}, 60_000)
afterAll(() => api.stop())

/** Entries that are sealed and chained as they should be, and that mean nothing. */
const POISONS = {
  'of a kind that every object has': () => ({ kind: 'constructor' }),
  'about a goal that is not there': () => ({
    ...aText(newClientId() as unknown as GoalId),
    changes: [[0, 'a']],
  }),
  'whose words lie behind the end': ({ goal }: Place) => ({ ...aText(goal), changes: [999, [1, 'a']] }),
} as const

const aText = (goal: GoalId) => ({ kind: 'text', goal, field: 'statement' })

async function poison({ clinic, plan: log, practitioner: author }: Place, payload: object): Promise<number> {
  const head = await api.app.get(EntryRepository).head({ clinic, log })
  if (!head) throw new Error('an empty log')
  const nobodys = { clientId: null, op: null, connection: null, session: null }
  const chained = { seq: head.seq + 1, prevHash: head.hash, epoch: head.epoch, at: head.at, ...nobodys }
  const header = { clinic, log, author, relation: 'practitioner' as const, ...chained }
  const entry = sealEntry(header, payload as Payload, {}, api.app.get(KeyStore).open(log))
  const stored = await api.app.get(EntryStore).store({ entries: [entry], alerts: [] })
  expect([...stored]).toEqual([log])
  return entry.seq
}

async function wireOf(asker: Asker): Promise<Wire> {
  const [origin = ''] = api.config.origins[asker.audience]
  const wire = new Wire(origin, { origin, cookie: asker.cookie })
  await until(() => wire.socket.connected)
  return wire
}

async function join(wire: Wire, { plan }: Place): Promise<string> {
  return outcome(await wire.say('join', { plan, clientId: newClientId(), have: null, snapshot: true }))
}

async function alarms({ plan }: Place): Promise<unknown> {
  return api.owner.query(`SELECT kind, seq FROM alert WHERE log_id = $1 AND found_by = 'server'`, [plan])
}

/** What is answered to somebody who reads everything that they may read about a plan. */
async function troublesOf(asker: Asker, place: Place): Promise<readonly string[]> {
  const troubles: string[] = []
  for (const door of routes().filter(({ verb }) => verb === 'GET')) {
    if (expectedOf(door, asker.actor, place) !== 'open') continue
    const { status, json } = await askCell(api, { door, asker, place }, place.look)
    const { code } = (json ?? {}) as { code?: string }
    const isOfThePlan =
      /:plan|:caseId/.test(door.path) && (code === 'plan-unreadable' || code === 'not-found')
    if (status >= 400 && !isOfThePlan) troubles.push(`${door.path} · ${asker.name}: ${status} ${code}`)
  }
  return troubles
}

const readable = (asker: Asker, { plan }: Place) =>
  api.ask(asker.audience, `/api/plans/${plan}/readable`, { cookie: asker.cookie })

const bugs = () => api.lines.filter((line) => line.includes('"event":"bug"'))

describe('a poisoned plan', () => {
  it.each(Object.entries(POISONS))(
    '[FT12] [Y12] with an entry %s is set apart with an alarm that names the entry, and everything else goes on',
    async (_, payloadFor) => {
      const { places, askers } = await aWorld(api)
      const [own, foreign] = places
      const practitioner = askers.find(({ name }) => name === 'practitioner of the case')
      const other = askers.find(({ name }) => name === 'other practitioner')
      if (!own || !foreign || !practitioner || !other) throw new Error('nobody is there')

      // Nobody has it open.
      await until(() => !api.app.get(LivePlans).loaded(foreign.plan))
      const cold = await poison(foreign, payloadFor(foreign))
      const [theirs, mine] = [await wireOf(other), await wireOf(practitioner)]
      expect(await join(theirs, foreign)).toBe('plan-unreadable')
      expect(await alarms(foreign)).toEqual([{ kind: 'history-broken', seq: String(cold) }])
      expect(await troublesOf(other, foreign)).toEqual([])
      expect(await readable(other, foreign)).toMatchObject({
        status: 200,
        json: { broken: { seq: cold }, plan: { seq: cold - 1 }, goals: [{ id: foreign.goal }] },
      })
      expect((await readable(practitioner, foreign)).status).toBe(404)
      expect(await join(mine, own)).toMatch(/^joined/)

      // Somebody has it open.
      const hot = await poison(own, payloadFor(own))
      await until(() => mine.heard.some(({ event }) => event === 'closed'))
      expect(mine.heard.at(-1)?.message).toEqual({ plan: own.plan, reason: 'plan-unreadable' })
      await until(async () => JSON.stringify(await alarms(own)) !== '[]')
      expect(await alarms(own)).toEqual([{ kind: 'history-broken', seq: String(hot) }])
      expect(bugs()).toEqual([])
      theirs.socket.disconnect()
    },
    30_000,
  )
})

describe('a row that somebody altered', () => {
  it('[FT12] [L1] sets its plan apart: what came before it is read, nobody writes, the alarm names it', async () => {
    const { places, askers } = await aWorld(api)
    const [own] = places
    const practitioner = askers.find(({ name }) => name === 'practitioner of the case')
    if (!own || !practitioner) throw new Error('nobody is there')
    await until(() => !api.app.get(LivePlans).loaded(own.plan))
    const [{ seq } = { seq: '0' }]: { seq: string }[] = await api.owner.query(
      'SELECT seq FROM log_head WHERE log_id = $1',
      [own.plan],
    )
    const last = Number(seq)
    const whole = await readable(practitioner, own)
    expect(whole).toMatchObject({ status: 200, json: { broken: null, plan: { seq: last } } })
    await api.owner.query('DELETE FROM plan_checkpoint WHERE log_id = $1', [own.plan])
    await altered(own.plan, last)
    const wire = await wireOf(practitioner)
    expect(await join(wire, own)).toBe('plan-unreadable')
    expect(await alarms(own)).toEqual([{ kind: 'history-broken', seq }])
    expect(await readable(practitioner, own)).toMatchObject({
      status: 200,
      json: { broken: { seq: last, reason: 'content-unreadable' }, plan: { seq: last - 1 } },
    })
    await altered(own.plan, 1)
    expect(await readable(practitioner, own)).toMatchObject({
      json: { broken: { seq: 1 }, plan: null, goals: [], at: null },
    })
    wire.socket.disconnect()
  }, 30_000)
})

/** Flips a byte, as only somebody can who owns the tables. */
async function altered(plan: string, seq: number): Promise<void> {
  await api.owner.query('ALTER TABLE entry DISABLE TRIGGER USER')
  await api.owner.query(
    'UPDATE entry SET content = set_byte(content, 20, 255 - get_byte(content, 20)) WHERE log_id = $1 AND seq = $2',
    [plan, seq],
  )
  await api.owner.query('ALTER TABLE entry ENABLE TRIGGER USER')
}
