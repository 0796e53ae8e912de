import { afterEach, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import pg from 'pg'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { emptyDatabase } from '../../test/live/database.js'
import { until } from '../../test/live/wire.js'
import { ownPostgres } from '../../test/own-postgres.js'
import { aHouse } from '../../test/people.js'
import { startProcess } from '../../test/process.js'
import { ClockWatch } from '../watch/clock-watch.js'
import { Figures } from '../watch/figures.js'
import { freePort } from './replay/free-port.js'

const ended: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end()
})

const QUICK = { operationsPerSecond: 10_000, operationBurst: 10_000 }

async function anApi(wishes: Parameters<typeof startTestApi>[0]): Promise<TestApi> {
  const api = await startTestApi(wishes)
  ended.push(() => api.stop())
  return api
}

interface Stored {
  readonly seq: string
  readonly at_ms: string
}

async function stored(api: TestApi, plan: LogId): Promise<readonly Stored[]> {
  return api.owner.query('SELECT seq, at_ms FROM entry WHERE log_id = $1 ORDER BY seq', [plan])
}

describe('a single fault', () => {
  it('[FT10] [A17] a clock that jumps never puts an entry before the one before it, and going back raises an alarm', async () => {
    const api = await anApi({ live: QUICK })
    const house = await aHouse(api)
    const plan = await planOf(api, house)
    const client = await openPlan(api, house, 'client', plan)
    const place = await startGoal(client)
    const watch = api.app.get(ClockWatch)
    const alarms = () => api.lines.filter((line) => line.includes('"event":"clock-went-back"'))
    watch.look()
    for (const jump of [600_000, -7_200_000, -1, 60_000]) {
      api.clock.advance(jump)
      type(client, place, client.text(place).length, 'word ')
      await client.saved()
      watch.look()
    }
    // Once for the jump, once for the entry that could not be dated by the clock.
    expect(alarms().length).toBeGreaterThanOrEqual(1)
    expect(JSON.parse(alarms()[0] ?? '{}')).toMatchObject({ level: 50, ms: expect.any(Number) })
    expect(await api.app.get(Figures).registry.metrics()).toMatch(/^accord_clock_went_back_total [12]$/m)
    const entries = await stored(api, plan)
    expect(entries.map(({ seq }) => Number(seq))).toEqual(entries.map((_, at) => at + 1))
    const times = entries.map(({ at_ms: at }) => Number(at))
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const other = await openPlan(api, house, 'practitioner', plan)
    expect(other.text(place)).toBe('word word word word ')
    other.close()
    client.close()
  }, 60_000)

  it('[FT11] PostgreSQL stands still: nothing is called saved, and what was typed is stored once when it goes on', async () => {
    const postgres = await ownPostgres()
    ended.push(() => postgres.remove())
    const api = await anApi({ live: QUICK, server: postgres.url })
    const house = await aHouse(api)
    const plan = await planOf(api, house)
    const client = await openPlan(api, house, 'client', plan)
    const place = await startGoal(client)
    const before = (await stored(api, plan)).length
    const accepted: unknown[] = []
    client.wire.on('accepted', (message: unknown) => accepted.push(message))
    postgres.freeze()
    try {
      type(client, place, 0, 'kept')
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      expect([client.state.pending.length, accepted]).toEqual([1, []])
    } finally {
      postgres.thaw()
    }
    await client.saved()
    expect((await stored(api, plan)).length).toBe(before + 1)
    const other = await openPlan(api, house, 'practitioner', plan)
    expect(other.text(place)).toBe('kept')
    other.close()
    client.close()
  }, 60_000)

  it('[FT13] a migration that is killed half-way leaves nothing half, and the next start goes on', async () => {
    const database = await emptyDatabase()
    ended.push(() => database.drop())
    const blocker = new pg.Client({ connectionString: database.databaseUrl })
    await blocker.connect()
    ended.push(() => blocker.end())
    // Whoever makes this table as well waits for us, with the migrations before it done and not committed.
    await blocker.query('BEGIN')
    await blocker.query('CREATE TABLE log (nothing integer)')
    const start = async () => {
      const ports = { PORT: String(await freePort()), PORTAL_PORT: String(await freePort()) }
      const where = {
        DATABASE_URL: database.databaseUrl,
        ACCORD_DATA_DIR: database.dataDir,
        ACCORD_DEMO: '0',
      }
      return startProcess({ ...where, ...ports })
    }
    const first = await start()
    first.begun.catch(() => undefined)
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    // Within a transaction the answer would stay what it first was.
    const watcher = new pg.Client({ connectionString: database.databaseUrl })
    await watcher.connect()
    await until(async () => (await watcher.query(waits)).rows.length > 0, 60_000)
    await watcher.end()
    first.child.kill('SIGKILL')
    await first.code
    await blocker.query('ROLLBACK')
    const second = await start()
    expect((await second.begun).type).toBe('ready')
    second.child.kill('SIGTERM')
    expect(await second.code).toBe(0)
    const { rows } = await blocker.query<{ count: number }>('SELECT count(*)::int AS count FROM migrations')
    expect(rows[0]?.count).toBeGreaterThan(10)
  }, 120_000)
})
