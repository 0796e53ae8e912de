import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { AttentionList } from '@accord/domain/rest/attention'
import type { CallLinks } from '@accord/domain/rest/call'
import type { FirstSession } from '@accord/domain/rest/first-session'
import type { OwnReflection } from '@accord/domain/rest/reflection'
import type { CaseSessions, SessionBoard, SessionCard } from '@accord/domain/rest/session'
import type { WordingDecisions } from '@accord/domain/rest/wording'
import type { LogId } from '@accord/domain/ids'
import { until } from '../../test/live/wire.js'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf } from '../../test/live/clients.js'
import { gist } from '../../test/desk.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

let api: TestApi
let house: House
let cookies: Record<Who, string>

const APPS = {
  practitioner: 'console',
  client: 'portal',
  supervisor: 'console',
  administrator: 'console',
  otherClient: 'portal',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS
const EVERYBODY = Object.keys(APPS) as Who[]

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const signedIn = EVERYBODY.map(async (who) => [who, await cookieFor(api, APPS[who], house[who])] as const)
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
  api.ask(APPS[who], `/api/${path}`, {
    cookie: cookies[who],
    method,
    ...(body === undefined ? {} : { body }),
  })
const put = (who: Who, path: string, body: unknown) => ask(who, path, body, 'PUT')
const statuses = async (path: string, body?: unknown, method?: string) =>
  Object.fromEntries(
    await Promise.all(EVERYBODY.map(async (who) => [who, (await ask(who, path, body, method)).status])),
  ) as Record<Who, number>

async function scheduled(): Promise<SessionCard> {
  const wish = { kind: 'work', place: 'remote', scheduledFor: api.clock.now() + 3_600_000, minutes: 50 }
  return (await ask('practitioner', `cases/${house.case}/sessions`, wish)).json as SessionCard
}

const WORDS = { empathy: 'Near', regard: '', congruence: 'Tired', reaction: 'I wanted to rescue' }
const NOBODY_ELSE = { client: 404, supervisor: 404, administrator: 404, otherClient: 404 }

describe('a reflection', () => {
  it('[RF2] is its writer’s alone: for every other role there is no such thing, to read or to write', async () => {
    const path = `sessions/${(await scheduled()).session}/reflection`
    expect(await statuses(path)).toEqual({ practitioner: 200, ...NOBODY_ELSE })
    const body = { after: 0, ...WORDS }
    expect(await statuses(path, body, 'PUT')).toEqual({ practitioner: 200, ...NOBODY_ELSE })
    expect((await ask('practitioner', path)).json).toMatchObject({ ...WORDS, version: 1 })
  })

  it('[RF2] is shown by PostgreSQL to transactions that name its writer, and none of its words lies there', async () => {
    const rows = await api.owner.query<{ content: Buffer }[]>('SELECT content FROM reflection')
    expect(rows.some(({ content }) => content.includes('rescue'))).toBe(false)
    const [policy] = await api.owner.query<{ permissive: string; qual: string }[]>(
      `SELECT permissive, qual FROM pg_policies WHERE tablename = 'reflection' AND policyname = 'its_writers'`,
    )
    expect(policy).toMatchObject({ permissive: 'RESTRICTIVE' })
    expect(policy?.qual).toContain('person_id = ANY')
  })

  it('[RF3] is written over the version that was read, and emptied off the disk', async () => {
    const path = `sessions/${(await scheduled()).session}/reflection`
    expect(gist(await put('practitioner', path, { after: 1, ...WORDS }))).toEqual([409, 'words-changed'])
    await put('practitioner', path, { after: 0, ...WORDS })
    expect(gist(await put('practitioner', path, { after: 0, ...WORDS }))).toEqual([409, 'words-changed'])
    const empty = { empathy: '', regard: '', congruence: '', reaction: '' }
    const { json } = await put('practitioner', path, { after: 1, ...empty })
    expect(json as OwnReflection).toMatchObject({ ...empty, version: 2 })
    const rows: unknown[] = await api.owner.query(
      'SELECT 1 FROM reflection WHERE version = 2 AND content IS NULL',
    )
    expect(rows).toHaveLength(1)
  })

  it('[RF4] [SQ7] goes to supervision by its writer’s act alone, and reaches the two of the pair', async () => {
    const pair = `supervision/pairs/${house.supervisor}/${house.practitioner}/agenda`
    expect(((await ask('supervisor', pair)).json as { items: unknown[] }).items).toEqual([])
    const about = { kind: 'case', caseId: house.case }
    expect(gist(await ask('practitioner', pair, { about, words: '' }))).toEqual([400, 'malformed'])
    expect((await ask('practitioner', pair, { about, words: WORDS.reaction })).status).toBe(201)
    expect((await ask('supervisor', pair)).json).toMatchObject({ items: [{ about, words: WORDS.reaction }] })
    const foreign = { about: { kind: 'case', caseId: house.client }, words: 'x' }
    expect(gist(await ask('practitioner', pair, foreign))).toEqual([404, 'not-found'])
  })
})

describe('where remote sessions meet', () => {
  const links = { clinic: 'https://call.example.org/house', own: 'https://call.example.org/mara' }

  it('[SE14] the clinic’s room is set by administrators, a practitioner’s own by themselves', async () => {
    const refused = { client: 403, supervisor: 403, otherClient: 403 }
    const clinic = { link: links.clinic }
    expect(await statuses('clinic/call', clinic, 'PUT')).toEqual({
      administrator: 200,
      practitioner: 403,
      ...refused,
    })
    const own = { link: links.own }
    expect(await statuses('self/call', own, 'PUT')).toEqual({
      practitioner: 200,
      administrator: 403,
      ...refused,
    })
    expect(gist(await put('administrator', 'clinic/call', { link: 'http://a.example' }))).toEqual([
      400,
      'malformed',
    ])
    expect((await ask('practitioner', 'clinic/call')).json).toEqual(links)
    expect((await ask('client', 'clinic/call')).status).toBe(403)
  })

  it('[SE14] the case’s own comes before the practitioner’s, and that before the clinic’s', async () => {
    const { session } = await scheduled()
    const seen = async () => ((await ask('client', `sessions/${session}`)).json as SessionBoard).card.callLink
    expect(await seen()).toBe(links.own)
    await put('practitioner', 'self/call', { link: null })
    expect(await seen()).toBe(links.clinic)
    const settings = { budget: null, callLink: 'https://call.example.org/jonah' }
    const saved = await ask('practitioner', `cases/${house.case}/sessions/settings`, settings)
    expect(saved.json as CaseSessions).toMatchObject({
      ...{ callLink: settings.callLink },
      usualCallLink: links.clinic,
    })
    expect(await seen()).toBe(settings.callLink)
    expect((await ask('administrator', 'clinic/call')).json as CallLinks).toEqual({
      clinic: links.clinic,
      own: null,
    })
  })
})

describe('a first session', () => {
  it('[SE18] is ticked by the practitioner with person and time, and a tick can be taken back', async () => {
    const path = `cases/${house.case}/first-session`
    const none = { administrator: 404, otherClient: 404 }
    expect(await statuses(path)).toEqual({ practitioner: 200, client: 200, supervisor: 200, ...none })
    const body = { item: 'limits', done: true }
    expect(await statuses(path, body)).toEqual({ practitioner: 200, client: 403, supervisor: 403, ...none })
    const { ticks } = (await ask('supervisor', path)).json as FirstSession
    expect(ticks).toMatchObject([{ item: 'limits', by: house.practitioner }])
    expect((await ask('practitioner', path, { item: 'limits', done: false })).json).toEqual({ ticks: [] })
  })
})

/** Goes by the plan, as one does on the way to somewhere else. */
async function openAndLeave(plan: LogId): Promise<void> {
  const since = api.clock.now()
  const seen = async () => {
    const rows: unknown[] = await api.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [house.clinic])
      return manager.query(
        'SELECT up_to_ms FROM plan_seen WHERE log_id = $1 AND person_id = $2 AND up_to_ms >= $3',
        [plan, house.client, since],
      )
    })
    return rows.length === 1
  }
  const client = await openPlan(api, house, 'client', plan)
  client.close()
  await until(seen)
}

describe('news of sessions', () => {
  it('[AT15] a session that was made while one was away is told at the next sign-in, until it was seen', async () => {
    const mine = async (who: Who) => {
      const { cases } = (await ask(who, 'attention')).json as AttentionList
      return cases.find(({ caseId }) => caseId === house.case)
    }
    const { session } = await scheduled()
    expect((await mine('client'))?.sessions.map((one) => one.session)).toContain(session)
    expect((await mine('practitioner'))?.sessions ?? []).toEqual([])
    const plan = await planOf(api, house)
    api.clock.advance(1_000)
    await openAndLeave(plan)
    expect((await mine('client'))?.sessions.map((one) => one.session)).toContain(session)
    api.clock.advance(1_000)
    await ask('client', `plans/${plan}/seen`, { upTo: api.clock.now() })
    expect((await mine('client'))?.sessions ?? []).toEqual([])
  })

  it('[SE11] one that is open is told whatever was seen, until it ends', async () => {
    const { session } = await scheduled()
    const plan = await planOf(api, house)
    const told = async () => {
      const { cases } = (await ask('client', 'attention')).json as AttentionList
      return cases.flatMap(({ sessions }) => sessions).filter((one) => one.session === session)
    }
    await ask('practitioner', `sessions/${session}/start`, {})
    await openAndLeave(plan)
    await ask('client', `plans/${plan}/seen`, { upTo: api.clock.now() })
    expect(await told()).toMatchObject([{ kind: 'opened', isLive: true }])
    await ask('practitioner', `sessions/${session}/end`, {})
    expect(await told()).toEqual([])
  })
})

describe('a clinic’s words', () => {
  it('[WC6] are read by everybody of the clinic, decided by administrators, and never changed', async () => {
    const word = { act: 'leave', language: 'en', words: 'refuses', instead: '', reason: 'Our letters say so' }
    const closed = { practitioner: 403, client: 403, supervisor: 403, otherClient: 403 }
    expect(await statuses('clinic/wording', word)).toEqual({ administrator: 200, ...closed })
    expect(await statuses('clinic/wording')).toEqual(Object.fromEntries(EVERYBODY.map((who) => [who, 200])))
    const { decisions } = (await ask('client', 'clinic/wording')).json as WordingDecisions
    expect(decisions).toMatchObject([{ ...word, by: { person: house.administrator } }])
    for (const wrong of [{ words: ' , ' }, { words: 'a\nb' }, { reason: ' ' }, { language: 'EN' }])
      expect(gist(await ask('administrator', 'clinic/wording', { ...word, ...wrong }))).toEqual([
        400,
        'malformed',
      ])
    await expect(api.owner.query('DELETE FROM wording_decision')).rejects.toThrow()
  })
})
