import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClientId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import type { CaseFile } from '@accord/domain/rest/case-file'
import type { QueuePage } from '@accord/domain/rest/supervision'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { newUuid } from '../history/new-uuid.js'
import { LiveClient } from '../live-plan/replay/live-client.js'
import { PlanReader } from '../plan/plan-reader.js'

// Nobody looks by themselves within a test: what arrives was told by the act itself.
const NEVER = 600_000

let api: TestApi
let second: TestApi

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAddress: 500 }, live: { roundTime: NEVER } })
  second = await startSecond(api)
}, 30_000)
afterAll(async () => {
  await second.stop()
  await api.stop()
})

interface Scene {
  readonly house: House
  readonly plan: LogId
  readonly desk: ReturnType<typeof deskOf>
  readonly successor: PersonId
}

async function aScene(): Promise<Scene> {
  const house = await aHouse(api)
  const successor = await createPerson(api.owner, house.clinic, ['practitioner'])
  const desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
  return { house, plan: await planOf(api, house), desk, successor }
}

const handOver = ({ desk, house, successor }: Scene) =>
  desk.post(`case-files/${house.case}/parties`, {
    person: successor,
    relation: 'practitioner',
    insteadOf: house.practitioner,
  })

/** An operation over REST. */
async function write(at: TestApi, plan: LogId, cookie: string) {
  const goal = newUuid(Date.now()) as GoalId
  const clientId = newUuid(Date.now()) as ClientId
  const command = { name: 'goal.add', goal, kind: 'change', title: 'One' }
  return at.ask('console', `/api/plans/${plan}/operations`, {
    cookie,
    body: { plan, clientId, op: 1, command },
  })
}

/** Every entry is checked on the way: the chain holds, and the fold knows what the relations say. */
async function storedPlan({ house, plan }: Scene) {
  return (await api.app.get(PlanReader).load({ clinic: house.clinic, log: plan })).plan
}

describe('a case that is handed over', () => {
  it('[CL11] [CL13] is closed at once for whoever leaves, and open for whoever comes', async () => {
    const scene = await aScene()
    const { house, plan } = scene
    const mara = await openPlan(api, house, 'practitioner', plan)
    const jonah = await openPlan(api, house, 'client', plan)
    const before = mara.state.position?.seq ?? 0
    expect((await handOver(scene)).status).toBe(200)
    await mara.until((state) => state.closed === 'access-ended')
    await jonah.until((state) => state.position?.seq === before + 2)
    expect(jonah.state.confirmed?.parties.map(({ person, until }) => [person, until === null])).toEqual([
      [house.practitioner, false],
      [house.client, true],
      [scene.successor, true],
    ])
    const cookie = await cookieFor(api, 'console', house.practitioner)
    expect(gist(await write(api, plan, cookie))).toEqual([404, 'not-found'])
    expect(await storedPlan(scene)).toEqual(jonah.state.confirmed)
    mara.close()
    jonah.close()
  })

  it('[CL13] refuses the very next operation on another process, which has not heard of it', async () => {
    const scene = await aScene()
    const { house, plan } = scene
    const there = await cookieFor(second, 'console', house.practitioner)
    const mara = await new LiveClient(await addressFor(second, house.practitioner, 'console'), plan).live()
    expect((await write(second, plan, there)).status).toBeLessThan(300)
    const { seq } = await storedPlan(scene)
    expect((await handOver(scene)).status).toBe(200)
    const refused = await write(second, plan, there)
    expect(['not-yours', 'not-found']).toContain((refused.json as { code: string }).code)
    await mara.until((state) => state.closed === 'access-ended')
    expect((await storedPlan(scene)).seq).toBe(seq + 2)
    mara.close()
  })

  it('[CL11] in the midst of writing keeps everybody’s words in order, and none after the end', async () => {
    const scene = await aScene()
    const { house, plan } = scene
    const jonah = await openPlan(api, house, 'client', plan)
    const place = await startGoal(jonah)
    const mara = await new LiveClient(await addressFor(second, house.practitioner, 'console'), plan).live()
    await mara.until((state) => state.confirmed?.order.length === 1)
    type(mara, place, 0, 'p')
    await mara.saved()
    let handed: Promise<{ readonly status: number }> | null = null
    for (let round = 0; round < 40; round++) {
      type(jonah, place, 0, 'c')
      if (mara.state.link === 'live') type(mara, place, mara.text(place).length, 'p')
      if (round === 20) handed = handOver(scene)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect((await handed)?.status).toBe(200)
    await jonah.saved()
    const stored = await storedPlan(scene)
    const ended = stored.parties.find(({ person }) => person === house.practitioner)?.until ?? 0
    const rows = await api.owner.query<{ last: string; ended: string }[]>(
      `SELECT max(seq) FILTER (WHERE author_id = $2) AS last, max(seq) FILTER (WHERE kind = 'party.ended') AS ended
       FROM entry WHERE log_id = $1`,
      [plan, house.practitioner],
    )
    expect(ended).toBeGreaterThan(0)
    expect(Number(rows[0]?.last)).toBeGreaterThan(0)
    expect(Number(rows[0]?.last)).toBeLessThan(Number(rows[0]?.ended))
    expect(jonah.text(place).match(/c/g)).toHaveLength(40)
    mara.close()
    jonah.close()
  }, 20_000)
})

describe('rights that end', () => {
  it('[CL13] close the socket of a supervisor who is replaced', async () => {
    const { house, plan, desk } = await aScene()
    const ruth = await openPlan(api, house, 'supervisor', plan)
    await desk.post(`case-files/${house.case}/supervisors/end`, { person: house.supervisor })
    await ruth.until((state) => state.closed === 'access-ended')
    ruth.close()
  })

  it('[CL13] [SQ15] close a replaced supervisor’s plan on another process too, and open it to the next', async () => {
    const { house, plan, desk } = await aScene()
    const tomasz = await createPerson(api.owner, house.clinic, ['supervisor'])
    await givePasswords(api.owner)
    const there = await addressFor(second, house.supervisor, 'console')
    const ruth = await new LiveClient(there, plan).live()
    const change = { person: tomasz, insteadOf: house.supervisor }
    expect((await desk.post(`case-files/${house.case}/supervisors`, change)).status).toBe(200)
    const next = await new LiveClient(await addressFor(second, tomasz, 'console'), plan).live()
    expect(next.state.confirmed?.seq).toBeGreaterThan(0)
    await ruth.until((state) => state.closed === 'access-ended')
    const cookie = await cookieFor(second, 'console', house.supervisor)
    const queue = await second.ask('console', '/api/supervision/queue', { cookie })
    expect((queue.json as QueuePage).cases.map(({ caseId }) => caseId)).not.toContain(house.case)
    next.close()
    ruth.close()
  })

  it('[CL14] with a closed case leave everybody reading and nobody writing, on every process', async () => {
    const scene = await aScene()
    const { house, plan, desk } = scene
    const there = await cookieFor(second, 'console', house.practitioner)
    expect((await write(second, plan, there)).status).toBeLessThan(300)
    const { closedAt } = (await desk.post(`case-files/${house.case}/close`)).json as CaseFile
    expect(closedAt).not.toBeNull()
    const refused = await write(second, plan, there)
    expect([403, 409]).toContain(refused.status)
    const jonah = await openPlan(api, house, 'client', plan)
    expect(jonah.state.confirmed?.order).toHaveLength(1)
    await desk.post(`case-files/${house.case}/reopen`)
    expect((await write(api, plan, await cookieFor(api, 'console', house.practitioner))).status).toBeLessThan(
      300,
    )
    jonah.close()
  })

  it('[CL6] of a disabled person close their socket at once', async () => {
    const { house, plan, desk } = await aScene()
    const jonah = await openPlan(api, house, 'client', plan)
    await desk.post(`people/${house.client}/disable`)
    await jonah.until((state) => state.closed === 'signed-out')
    jonah.close()
  })
})
