import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { CaseSummary, HistoryPage } from '@accord/domain/rest/case'
import type { OwnDrafts, OwnLogOpened } from '@accord/domain/rest/own-log'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { framesOf } from '../../test/live/frames.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { sqlStateOf } from '../database/failures.js'
import { newUuid } from '../history/new-uuid.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'
import { LiveClient } from '../live-plan/replay/live-client.js'

let api: TestApi
let house: House
let plan: LogId
let drafts: LogId
let assumptions: LogId
const cookies = new Map<PersonId, string>()

beforeAll(async () => {
  api = await startTestApi()
  house = await aHouse(api)
  plan = await planOf(api, house)
  for (const who of ['client', 'practitioner', 'supervisor'] as const)
    cookies.set(house[who], await cookieFor(api, audienceOf(house[who]), house[who]))
  drafts = await opened(house.client, 'drafts')
  assumptions = await opened(house.practitioner, 'private')
}, 30_000)

afterAll(async () => {
  await api.stop()
})

const audienceOf = (person: PersonId): Audience => (person === house.client ? 'portal' : 'console')

async function ask(person: PersonId, path: string, method = 'GET') {
  const cookie = cookies.get(person) ?? ''
  return api.ask(audienceOf(person), path, method === 'POST' ? { cookie, body: {} } : { cookie })
}

async function opened(person: PersonId, kind: 'drafts' | 'private'): Promise<LogId> {
  const answer = await ask(person, `/api/cases/${house.case}/${kind}`, 'POST')
  expect(answer.status).toBe(200)
  return (answer.json as OwnLogOpened).log
}

/** What everybody but the writer can see of a case, as text. */
async function seenBy(person: PersonId): Promise<string> {
  const paths = ['/api/cases', `/api/cases/${house.case}`, `/api/plans/${plan}/history`]
  const answers = await Promise.all(paths.map((path) => ask(person, path)))
  return answers.map(({ text }) => text).join('\n')
}

/** What the plan stirred a moment ago comes when it comes, and is of the plan. (PU2) */
const ofThisLog = (frames: Awaited<ReturnType<Awaited<ReturnType<typeof framesOf>>['afterPing']>>) =>
  frames.filter(([event]) => event !== 'stirred')

async function addressOf(person: PersonId) {
  return addressFor(api, person, audienceOf(person))
}

describe('a draft on the wire', () => {
  it('[DR1] reaches its writer’s other tab, and nobody else as much as a frame', async () => {
    const others = await Promise.all(
      ([house.practitioner, house.supervisor] as const).map(async (person) =>
        framesOf(await addressOf(person), plan),
      ),
    )
    const before = await Promise.all([seenBy(house.practitioner), seenBy(house.supervisor)])
    for (const other of others) other.forget()
    const writer = await new LiveClient(await addressOf(house.client), drafts).live()
    const tab = await new LiveClient(await addressOf(house.client), drafts).live()
    const place = await startGoal(writer, 'Tell my brother')
    for (const words of ['I want ', 'to say it ', 'myself']) {
      type(writer, place, writer.text(place).length, words)
      await writer.saved()
    }
    await tab.until(() => tab.text(place) === 'I want to say it myself')
    // Their sockets are alive: a ping of their own is answered, and nothing came before it.
    for (const other of others) expect(await other.afterPing()).toEqual([])
    expect(await Promise.all([seenBy(house.practitioner), seenBy(house.supervisor)])).toEqual(before)
    writer.close()
    tab.close()
    for (const other of others) other.close()
  })

  it('[DR1] leaves the plan’s numbers as they were, so that no gap tells of it', async () => {
    const practitioner = await openPlan(api, house, 'practitioner', plan)
    const { seq } = practitioner.state.position ?? { seq: -1 }
    const writer = await new LiveClient(await addressOf(house.client), drafts).live()
    await startGoal(writer, 'Another')
    await startGoal(practitioner, 'Sleep')
    expect(practitioner.state.position?.seq).toBe(seq + 1)
    writer.close()
    practitioner.close()
  })

  it.each(['practitioner', 'supervisor', 'otherClient'] as const)(
    '[DR1] [AC5] is answered to the %s exactly like a log that does not exist',
    async (who) => {
      const person = house[who]
      const audience: Audience = who === 'otherClient' ? 'portal' : 'console'
      const address = await addressFor(api, person, audience)
      const missing = newUuid(Date.now()) as LogId
      const refusals: unknown[] = []
      for (const log of [drafts, missing]) {
        const frames = await framesOf(address, log)
        refusals.push(ofThisLog(await frames.write()), ofThisLog(await frames.afterPing()))
        const history = await api.ask(audience, `/api/plans/${log}/history`, { cookie: address.cookie })
        refusals.push([history.status, history.text])
        frames.close()
      }
      const seen = JSON.stringify(refusals)
      expect(refusals).toHaveLength(6)
      const [ofDraft, ofMissing] = [refusals.slice(0, 3), refusals.slice(3)].map((part) =>
        JSON.stringify(part).replaceAll(drafts, 'log').replaceAll(missing, 'log'),
      )
      expect(ofDraft).toBe(ofMissing)
      expect(seen).toContain('not-found')
    },
  )

  it('[DR4] is written down in no list of who saw what', async () => {
    const events = async (): Promise<unknown> =>
      api.owner.query<unknown[]>(`SELECT count(*)::int AS count FROM access_event`)
    const before = await events()
    const writer = await new LiveClient(await addressOf(house.client), drafts).live()
    const history = await ask(house.client, `/api/plans/${drafts}/history`)
    expect((history.json as HistoryPage).entries[0]?.payload.kind).toBe('party.joined')
    writer.close()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await events()).toEqual(before)
  })

  it('[DR1] is begun once, however often and from however many tabs it is opened', async () => {
    const logs = await Promise.all([1, 2, 3].map(() => opened(house.practitioner, 'drafts')))
    expect(new Set(logs).size).toBe(1)
    expect(logs[0]).not.toBe(assumptions)
    expect((await ask(house.supervisor, `/api/cases/${house.case}/drafts`, 'POST')).status).toBe(404)
    expect((await ask(house.client, `/api/cases/${house.case}/private`, 'POST')).status).toBe(404)
  })
})

describe('sharing', () => {
  it('[DR3] brings the words into the plan as one entry, under the same id', async () => {
    const writer = await new LiveClient(await addressOf(house.client), drafts).live()
    const practitioner = await openPlan(api, house, 'practitioner', plan)
    const { goal } = await startGoal(writer, 'Mornings')
    type(writer, { goal, field: 'statement' }, 0, 'Up before the children')
    await writer.saved()
    const client = await openPlan(api, house, 'client', plan)
    const { seq } = client.state.position ?? { seq: -1 }
    const words = { title: 'Mornings', statement: 'Up before the children', why: '' }
    client.command({ name: 'goal.share', goal, kind: 'change', ...words })
    await client.saved()
    await practitioner.until(() => practitioner.text({ goal, field: 'statement' }) === words.statement)
    expect(client.state.position?.seq).toBe(seq + 1)
    // A crash may have come in between: sharing again is refused, and the list shows that it is shared.
    client.command({ name: 'goal.share', goal, kind: 'change', ...words })
    await client.until((state) => state.refused.some(({ code }) => code === 'already-exists'))
    const list = (await ask(house.client, `/api/cases/${house.case}/drafts`)).json as OwnDrafts
    const summary = (await ask(house.client, `/api/cases/${house.case}`)).json as CaseSummary
    expect(list.drafts.some(({ id }) => id === goal)).toBe(true)
    expect(summary.goals.filter(({ id }) => id === goal)).toHaveLength(1)
    for (const open of [writer, client, practitioner]) open.close()
  })
})

describe('what a practitioner thinks that a client wants', () => {
  it('[DR2] is no log at all to the client and to the supervisor', async () => {
    const practitioner = await new LiveClient(await addressOf(house.practitioner), assumptions).live()
    const place = await startGoal(practitioner, '')
    type(practitioner, place, 0, 'Wants to be asked first')
    await practitioner.saved()
    for (const person of [house.client, house.supervisor]) {
      const frames = await framesOf(await addressOf(person), assumptions)
      expect(ofThisLog(await frames.afterPing())).toEqual([
        ['refused', { plan: assumptions, op: null, code: 'not-found' }],
      ])
      frames.close()
      expect((await ask(person, `/api/plans/${assumptions}/history`)).status).toBe(404)
    }
    practitioner.close()
  })
})

describe('own logs in the database', () => {
  const TABLES = ['log', 'log_head', 'entry', 'plan_checkpoint'] as const

  async function rowsOf(people: readonly PersonId[], log: LogId): Promise<readonly number[]> {
    return api.app.get(ClinicTransactions).run(
      [house.clinic],
      async (manager) => {
        const counts: number[] = []
        for (const table of TABLES) {
          const rows: { count: number }[] = await manager.query(
            `SELECT count(*)::int AS count FROM ${table} WHERE log_id = $1`,
            [log],
          )
          counts.push(rows[0]?.count ?? -1)
        }
        return counts
      },
      people,
    )
  }

  it('[DR1] show their rows in a transaction of their writer, and no row in anybody else’s', async () => {
    await api.owner.query(
      `INSERT INTO plan_checkpoint (log_id, clinic_id, seq, key_version, content) VALUES ($1, $2, 1, 1, '')`,
      [drafts, house.clinic],
    )
    expect((await rowsOf([house.client], drafts)).every((count) => count > 0)).toBe(true)
    for (const people of [[], [house.practitioner], [house.supervisor], [house.administrator]])
      expect(await rowsOf(people, drafts)).toEqual([0, 0, 0, 0])
    expect(await rowsOf([house.client], assumptions)).toEqual([0, 0, 0, 0])
    expect((await rowsOf([], plan))[0]).toBe(1)
  })

  it('[DR1] [AC7] refuse an entry by anybody but their writer, also in a batch with the writer’s', async () => {
    const insert = (author: PersonId, relation: string) =>
      api.app.get(ClinicTransactions).run(
        [house.clinic],
        (manager) =>
          manager.query(
            `INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, author_id, relation, at_ms,
             key_version, digest) SELECT $1, $2, 900, sha256('a'), sha256('b'), 1, 'goal.add', $3, $4, 1, 1, sha256('c')`,
            [house.clinic, drafts, author, relation],
          ),
        [house.client, author],
      )
    expect(await insert(house.practitioner, 'practitioner').then(() => null, sqlStateOf)).toBe('42501')
    expect(await insert(house.administrator, 'administrator').then(() => null, sqlStateOf)).toBe('42501')
  })

  it('[HI6] are checked with all others by the verifier', async () => {
    const results: VerifiedLog[] = []
    await verifyDatabase(api.config, (result) => results.push(result))
    const ofOwn = results.filter(({ log }) => log === drafts || log === assumptions)
    expect(ofOwn.map(({ flaw }) => flaw)).toEqual([null, null])
    expect(ofOwn.every(({ entries }) => entries > 1)).toBe(true)
  })
})
