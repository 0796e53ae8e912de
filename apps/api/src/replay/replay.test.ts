import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { checkRecord } from '@accord/domain/history/record'
import { chainStart } from '@accord/domain/history/verify'
import type { LogId, PersonId } from '@accord/domain/ids'
import { foldLog } from '@accord/domain/plan/fold'
import type { RecordAt, RecordPage, ReplayBegun } from '@accord/domain/rest/record'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

let api: TestApi
let house: House
let plan: LogId
let cookies: Record<'practitioner' | 'supervisor' | 'administrator' | 'client' | 'otherClient', string>

type Who = keyof typeof cookies
const appOf = (who: Who) => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')
const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(appOf(who), `/api/plans/${plan}/${path}`, {
    cookie: cookies[who],
    ...(body === undefined ? {} : { body }),
  })
const begin = async (who: Who) => ((await ask(who, 'replays', { goal: null })).json as ReplayBegun).replay
const record = async (who: Who, replay: string, after = 0) =>
  (await ask(who, `record?replay=${replay}&after=${after}`)).json as RecordPage
const looks = (person: PersonId): Promise<{ what: string }[]> =>
  api.owner.query('SELECT what FROM access_event WHERE person_id = $1 ORDER BY at, access_event_id', [person])

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client)
  for (const words of ['slept ', 'by ', 'eleven']) {
    type(client, place, client.text(place).length, words)
    await client.saved()
  }
  client.close()
  cookies = {
    practitioner: await cookieFor(api, 'console', house.practitioner),
    supervisor: await cookieFor(api, 'console', house.supervisor),
    administrator: await cookieFor(api, 'console', house.administrator),
    client: await cookieFor(api, 'portal', house.client),
    otherClient: await cookieFor(api, 'portal', house.otherClient),
  }
}, 30_000)
afterAll(() => api.stop())

describe('the record of a plan', () => {
  it('[HI11] is checked by its reader, who folds the very plan from it', async () => {
    const replay = await begin('supervisor')
    const page = await record('supervisor', replay)
    const { entries, flaw, end } = checkRecord(chainStart(plan), page)
    expect(flaw).toBeNull()
    expect(end.seq).toBe(page.head.seq)
    const at = (await ask('supervisor', `record/at?replay=${replay}`)).json as RecordAt
    expect(JSON.parse(JSON.stringify(foldLog(plan, entries)))).toEqual(at.plan)
    expect(at.head).toEqual(page.head)
  })

  it.each([
    ['a time', 'at_ms = at_ms + 1', 'hash-differs'],
    ['an author', `author_id = '018f0000-0000-7000-8000-0000000000ff'`, 'hash-differs'],
    ['the digest', 'digest = set_byte(digest, 3, get_byte(digest, 3) # 1)', 'hash-differs'],
    ['the link', 'prev_hash = set_byte(prev_hash, 3, get_byte(prev_hash, 3) # 1)', 'wrong-previous-hash'],
    ['what is sealed', 'content = set_byte(content, 20, get_byte(content, 20) # 1)', 'content-missing'],
  ])(
    '[HI11] [RP15] is answered though %s was altered; its reader names the entry, and the house is told',
    async (_what, set, reason) => {
      const replay = await begin('supervisor')
      const runner = api.owner.createQueryRunner()
      await runner.query('CREATE TABLE kept AS SELECT * FROM entry WHERE log_id = $1 AND seq = 4', [plan])
      await runner.query('SET session_replication_role = replica')
      try {
        await runner.query(`UPDATE entry SET ${set} WHERE log_id = $1 AND seq = 4`, [plan])
        const { entries, flaw } = checkRecord(chainStart(plan), await record('supervisor', replay))
        expect(flaw).toEqual({ log: plan, seq: 4, reason })
        expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
        // Whoever looks after the house is told of the same entry.
        const alerts = 'SELECT seq, kind FROM alert WHERE log_id = $1'
        expect(await api.owner.query(alerts, [plan])).toEqual([{ seq: '4', kind: 'history-broken' }])
      } finally {
        await runner.query('DELETE FROM entry WHERE log_id = $1 AND seq = 4', [plan])
        await runner.query('INSERT INTO entry SELECT * FROM kept')
        await runner.query('DROP TABLE kept')
        await runner.query('SET session_replication_role = DEFAULT')
        await runner.release()
      }
    },
  )

  it('[HI13] shows the plan after any entry, and nothing after the last', async () => {
    const replay = await begin('client')
    const page = await record('client', replay)
    const { entries } = checkRecord(chainStart(plan), page)
    for (const { seq, at } of entries) {
      const asked = (await ask('client', `record/at?replay=${replay}&seq=${seq}`)).json as RecordAt
      const folded = foldLog(plan, entries.slice(0, seq))
      expect([asked.at, asked.plan]).toEqual([at, JSON.parse(JSON.stringify(folded))])
    }
    const beyond = await ask('client', `record/at?replay=${replay}&seq=${page.head.seq + 1}`)
    expect(beyond.status).toBe(404)
  })

  it('[HI12] is a look that is written down before anything is shown, and when it ends', async () => {
    const before = (await looks(house.practitioner)).length
    const replay = await begin('practitioner')
    await record('practitioner', replay)
    expect((await ask('practitioner', `replays/${replay}/left`, {})).status).toBe(204)
    const whats = (await looks(house.practitioner)).map(({ what }) => what)
    expect(whats.slice(before)).toEqual(['replay-opened', 'replay-left'])
  })

  it('[HI12] is shown under nobody else’s replay, and under none that was made up', async () => {
    const replay = await begin('supervisor')
    const asked = await Promise.all([
      ask('practitioner', `record?replay=${replay}`),
      ask('practitioner', `record/at?replay=${replay}`),
      ask('practitioner', `replays/${replay}/left`, {}),
      ask('practitioner', 'record?replay=018f0000-0000-7000-8000-00000000dead'),
    ])
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect((await ask('practitioner', 'record')).status).toBe(400)
    expect((await ask('practitioner', `record?replay=${replay}&after=-1`)).status).toBe(400)
  })

  it('[HI12] [AC3] [AC5] is replayed by those of the case; for others there is none', async () => {
    for (const [who, status] of [
      ['practitioner', 201],
      ['supervisor', 201],
      ['client', 201],
      ['administrator', 404],
      ['otherClient', 404],
    ] as const) {
      expect([who, (await ask(who, 'replays', { goal: null })).status]).toEqual([who, status])
    }
  })

  it('[HI12] [AC8] is not shown when the look cannot be written down', async () => {
    await api.owner.query('REVOKE INSERT ON access_event FROM accord_app')
    try {
      const { status, json } = await ask('supervisor', 'replays', { goal: null })
      expect([status >= 500, json]).toEqual([
        true,
        expect.not.objectContaining({ replay: expect.anything() }),
      ])
    } finally {
      await api.owner.query('GRANT INSERT ON access_event TO accord_app')
    }
  })
})
