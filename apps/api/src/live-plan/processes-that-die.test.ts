import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { TextPlace } from '@accord/domain/goal/field'
import type { AcceptedMessage, ClosedMessage, RefusedMessage } from '@accord/domain/sync/wire'
import { startTestApi, type TestApi } from '../../test/api.js'
import { portsFor, startProxy, type FailoverProxy } from '../../test/failover-proxy.js'
import { planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { startProcess, type ApiProcess } from '../../test/process.js'
import { PlanReader } from '../plan/plan-reader.js'
import { verifyDatabase } from '../history/verify-database.js'
import { LiveClient } from './replay/live-client.js'

/** The house's own process serves nobody here: it signs people in, and looks into the database afterwards. */
let api: TestApi
let house: House
let plan: LogId
let proxies: Record<'console' | 'portal', FailoverProxy>
let upstreams: Record<'console' | 'portal', readonly number[]>
let processes: ApiProcess[]
let writers: Writer[]
let place: TextPlace

/** Somebody who types, and everything that they are told. */
interface Writer {
  readonly client: LiveClient
  readonly letter: string
  readonly accepted: AcceptedMessage[]
  readonly refused: RefusedMessage[]
  readonly closed: string[]
  typed: number
}

beforeAll(async () => {
  api = await startTestApi()
  house = await aHouse(api)
  plan = await planOf(api, house)
  // These are whole processes, whose staff need a second factor unless they are the demo's. (ID24)
  await api.owner.query('UPDATE clinic SET demo = true')
  const [console, portal] = [await portsFor(3), await portsFor(3)]
  upstreams = { console: console.behind, portal: portal.behind }
  proxies = {
    console: await startProxy(console.front, console.behind),
    portal: await startProxy(portal.front, portal.behind),
  }
  processes = console.behind.map((port, at) =>
    startProcess({
      DATABASE_URL: api.config.databaseUrl,
      ACCORD_DATA_DIR: api.config.dataDir,
      ACCORD_DEMO: '0',
      ACCORD_LOG_LEVEL: 'error',
      PORT: String(port),
      PORTAL_PORT: String(portal.behind[at]),
      CONSOLE_ORIGIN: proxies.console.origin,
      PORTAL_ORIGIN: proxies.portal.origin,
    }),
  )
  await Promise.all(processes.map(({ begun }) => begun))
  writers = [await writer('portal', 'client', 'c'), await writer('console', 'practitioner', 'p')]
  const [jonah, mara] = writers
  if (!jonah || !mara) throw new Error('nobody writes')
  place = await startGoal(jonah.client)
  await mara.client.until((state) => state.confirmed?.order.length === 1)
}, 60_000)

afterAll(async () => {
  for (const { client } of writers) client.close()
  for (const { child } of processes) child.kill('SIGKILL')
  await Promise.all([proxies.console.close(), proxies.portal.close()])
  await api.stop()
})

async function writer(
  app: 'console' | 'portal',
  who: 'client' | 'practitioner',
  letter: string,
): Promise<Writer> {
  const cookie = await cookieFor(api, app, house[who])
  const client = new LiveClient({ origin: proxies[app].origin, cookie }, plan)
  const heard: Writer = { client, letter, accepted: [], refused: [], closed: [], typed: 0 }
  client.wire.on('accepted', (message: AcceptedMessage) => heard.accepted.push(message))
  client.wire.on('refused', (message: RefusedMessage) => heard.refused.push(message))
  client.wire.on('closed', ({ reason }: ClosedMessage) => heard.closed.push(reason))
  await client.live()
  return heard
}

/** Both write all the time, also while nobody answers; in the midst of it something happens. */
async function whileWriting(rounds: number, happens: () => void): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const one of writers) {
      type(one.client, place, one.client.text(place).length, one.letter)
      one.typed += 1
    }
    if (round === Math.floor(rounds / 2)) happens()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  for (const { client } of writers) await client.saved()
}

/** Nothing doubled, nothing lost: neither of what was typed nor of what was called saved. */
async function expectEverythingOnce(): Promise<void> {
  const stored = await api.app.get(PlanReader).load({ clinic: house.clinic, log: plan })
  const words = stored.plan.goals[place.goal]?.statement.text ?? ''
  for (const { client, letter, typed, accepted } of writers) {
    await client.until(() => client.text(place) === words)
    expect([letter, words.split(letter).length - 1]).toEqual([letter, typed])
    const rows = await api.owner.query<{ seq: string; hash: string }[]>(
      `SELECT seq, encode(hash, 'hex') AS hash FROM entry WHERE log_id = $1`,
      [plan],
    )
    const hashes = new Map(rows.map(({ seq, hash }) => [Number(seq), hash]))
    expect(accepted.filter(({ seq, hash }) => hashes.get(seq) !== hash)).toEqual([])
  }
  const flaws: unknown[] = []
  await verifyDatabase(api.config, ({ flaw }) => flaws.push(flaw))
  expect(flaws.filter(Boolean)).toEqual([])
}

/** The one that holds this app's writer's socket now. */
function servingProcess(app: 'console' | 'portal'): ApiProcess {
  const [port] = proxies[app].inUse()
  const process = processes[upstreams[app].indexOf(port ?? 0)]
  if (!process) throw new Error('nobody serves this writer')
  return process
}

describe('three processes on one database, behind a proxy that sticks to nothing', () => {
  it('[MP9] [MP13] any may be killed while people write: another takes over, and nothing is lost or doubled', async () => {
    const killed = servingProcess('portal')
    await whileWriting(60, () => killed.child.kill('SIGKILL'))
    expect(await killed.code).toBeNull()
    await expectEverythingOnce()
  })

  it('[MP9] one that is asked to stop tells its people so, who go on elsewhere, and ends with 0', async () => {
    const stopping = servingProcess('console')
    await whileWriting(60, () => stopping.child.kill('SIGTERM'))
    expect(await stopping.code).toBe(0)
    await expectEverythingOnce()
    expect(writers.flatMap(({ refused }) => refused)).toEqual([])
    expect(writers[1]?.closed).toEqual(['draining'])
  })
})
