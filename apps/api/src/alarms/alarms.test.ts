import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { AlarmReport } from '@accord/domain/history/alarm'
import type { CaseId, LogId, PersonId } from '@accord/domain/ids'
import type { AlarmList } from '@accord/domain/rest/alarms'
import type { AttentionList } from '@accord/domain/rest/attention'
import type { QueuePage } from '@accord/domain/rest/supervision'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { cookieFor, aHouse, type House } from '../../test/people.js'

const NOTE = 'The backup was put back over it.'
const REPORT: AlarmReport = { found: 'witness', reason: 'shorter', seq: 2 }

let api: TestApi
let house: House
let cookies: Record<Who, string>

type Who = 'practitioner' | 'supervisor' | 'administrator' | 'client' | 'otherClient'
const appOf = (who: Who): Audience => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')
const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(appOf(who), path, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const alarmsOf = async (who: Who) => ((await ask(who, '/api/alarms')).json as AlarmList).alarms

async function planOf(caseId: CaseId): Promise<LogId> {
  const rows: { log_id: LogId }[] = await api.owner.query(
    `SELECT log_id FROM log WHERE case_id = $1 AND audience = 'plan'`,
    [caseId],
  )
  return rows[0]?.log_id ?? ('' as LogId)
}

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const cookie = (who: Who, person: PersonId) => cookieFor(api, appOf(who), person)
  cookies = {
    practitioner: await cookie('practitioner', house.practitioner),
    supervisor: await cookie('supervisor', house.supervisor),
    administrator: await cookie('administrator', house.administrator),
    client: await cookie('client', house.client),
    otherClient: await cookie('otherClient', house.otherClient),
  }
})
afterAll(() => api.stop())

describe('an alarm from a browser', () => {
  it('[HI20] is taken from whoever may read the history, once from each, and from nobody else', async () => {
    const path = `/api/plans/${await planOf(house.case)}/alarms`
    const statusOf = async (who: Who) => (await ask(who, path, REPORT)).status
    for (const who of ['supervisor', 'client', 'supervisor'] as const) expect(await statusOf(who)).toBe(204)
    expect([await statusOf('administrator'), await statusOf('otherClient')]).toEqual([404, 404])
    expect((await api.ask('console', path, { body: REPORT })).status).toBe(401)
    expect((await ask('client', path, { ...REPORT, reason: 'boredom' })).status).toBe(400)
    expect((await ask('client', path, { ...REPORT, found: 'server' })).status).toBe(400)
    const kept = await alarmsOf('supervisor')
    expect(kept.map(({ found, reason, seq, reporter }) => [found, reason, seq, reporter?.person])).toEqual([
      ['witness', 'shorter', 2, house.client],
      ['witness', 'shorter', 2, house.supervisor],
    ])
  })

  it('[HI22] is told to the practitioner, the supervisor and the administrators, never to a client', async () => {
    expect(gist(await ask('client', '/api/alarms'))).toEqual([403, 'not-yours'])
    expect((await api.ask('console', '/api/alarms')).status).toBe(401)
    for (const who of ['practitioner', 'supervisor', 'administrator'] as const)
      expect(await alarmsOf(who)).toHaveLength(2)
  })

  it('[HI21] says who was told, from the moment at which it was shown to them', async () => {
    const path = `/api/plans/${await planOf(house.case)}/alarms`
    await ask('practitioner', path, { found: 'browser', reason: 'hash-differs', seq: 1 })
    const [first] = await alarmsOf('administrator')
    const told = new Map(first?.told.map(({ as, at }) => [as, at !== null]))
    expect([...told].sort()).toEqual([
      ['administrator', true],
      ['practitioner', false],
      ['supervisor', false],
    ])
    await ask('practitioner', '/api/attention')
    const [second] = await alarmsOf('administrator')
    expect(second?.told.find(({ as }) => as === 'practitioner')?.at).toEqual(expect.any(Number))
  })
})

describe('acknowledging', () => {
  const acknowledge = (who: Who, alarm: string) =>
    ask(who, `/api/alarms/${alarm}/acknowledgement`, { note: NOTE })

  it('[HI22] [HI23] is for those who see to it, once by each, with words that lie encrypted', async () => {
    const [alarm] = await alarmsOf('supervisor')
    const id = alarm?.id ?? ''
    expect(gist(await acknowledge('practitioner', id))).toEqual([403, 'not-yours'])
    expect(gist(await acknowledge('client', id))).toEqual([404, 'not-found'])
    expect(gist(await acknowledge('supervisor', house.case))).toEqual([404, 'not-found'])
    expect((await ask('supervisor', `/api/alarms/${id}/acknowledgement`, { note: ' ' })).status).toBe(400)
    expect((await acknowledge('supervisor', id)).status).toBe(204)
    expect(gist(await acknowledge('supervisor', id))).toEqual([409, 'already-exists'])
    expect((await acknowledge('administrator', id)).status).toBe(204)
    const rows: { note: Buffer }[] = await api.owner.query('SELECT note FROM alert_acknowledgement')
    expect(rows.map(({ note }) => note.includes(NOTE))).toEqual([false, false])
    await expect(api.owner.query('DELETE FROM alert_acknowledgement')).rejects.toThrow()
    await expect(api.owner.query('UPDATE alert_notice SET at = now()')).rejects.toThrow()
  })

  it('[HI23] hides nothing: neither the alarm, nor the reason in the queue, nor the news', async () => {
    const [alarm] = await alarmsOf('practitioner')
    expect(alarm?.acknowledged.map(({ note }) => note)).toEqual([NOTE, NOTE])
    expect(alarm?.isTheirs).toBe(false)
    const { cases } = (await ask('supervisor', '/api/supervision/queue')).json as QueuePage
    const queued = cases.find(({ caseId }) => caseId === house.case)
    expect(queued).toMatchObject({ band: 'today', reasons: [{ kind: 'history-broken' }, {}] })
    const news = (await ask('practitioner', '/api/attention')).json as AttentionList
    const told = news.cases.find(({ caseId }) => caseId === house.case)?.alarms ?? []
    expect(told.map(({ acknowledgedBy }) => acknowledgedBy.length)).toEqual([2, 0, 0])
  })
})

describe('a record that the server cannot read', () => {
  it('[AT13] [HI20] fails none of the others, and is told with the first list', async () => {
    const broken = await planOf(house.otherCase)
    const runner = api.owner.createQueryRunner()
    await runner.query('SET session_replication_role = replica')
    await runner.query(
      'UPDATE entry SET content = set_byte(content, 20, get_byte(content, 20) # 1) WHERE log_id = $1',
      [broken],
    )
    await runner.query('SET session_replication_role = DEFAULT')
    await runner.release()
    const { status, json } = await ask('practitioner', '/api/attention')
    expect(status).toBe(200)
    const told = (json as AttentionList).cases.find(({ caseId }) => caseId === house.otherCase)
    expect(told).toMatchObject({ items: [], alarms: [{ reason: 'content-unreadable', isNew: true }] })
    const [alarm] = await alarmsOf('administrator')
    expect(alarm).toMatchObject({ found: 'server', reporter: null, seq: 1, log: broken })
  })
})
