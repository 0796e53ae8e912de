import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { GoalId, LogId } from '@accord/domain/ids'
import type {
  CaseSessions,
  RoomChecklist,
  SessionBoard,
  SessionCard,
  SessionList,
  SessionSummaryAnswer,
} from '@accord/domain/rest/session'
import { NO_COMFORT_WORDS } from '@accord/domain/case/comfort'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { startSecond } from '../../test/second-process.js'
import { aHouse, cookieFor, PASSWORD, type House } from '../../test/people.js'
import { LiveClient } from '../live-plan/replay/live-client.js'

let api: TestApi
let house: House
let plan: LogId
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
  plan = await planOf(api, house)
  const signedIn = EVERYBODY.map(async (who) => [who, await cookieFor(api, APPS[who], house[who])] as const)
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(APPS[who], `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const wish = { kind: 'work', place: 'remote', scheduledFor: Date.now() + 3_600_000, minutes: 50 }

async function scheduled(): Promise<SessionCard> {
  const { status, json } = await ask('practitioner', `cases/${house.case}/sessions`, wish)
  expect(status).toBe(200)
  return json as SessionCard
}

async function did(who: Who, session: string, act: string, body: unknown = {}): Promise<SessionBoard> {
  const answer = await ask(who, `sessions/${session}/${act}`, body)
  expect([act, ...gist(answer)]).toEqual([act, 200, undefined])
  return answer.json as SessionBoard
}

async function inASession(work: (session: string) => Promise<void>): Promise<void> {
  const { session } = await scheduled()
  await did('practitioner', session, 'start')
  try {
    await work(session)
  } finally {
    await ask('practitioner', `sessions/${session}/end`, {})
  }
}

const entries = () =>
  api.owner.query<{ kind: string; session: string | null }[]>(
    'SELECT kind, session_id AS session FROM entry WHERE log_id = $1 ORDER BY seq',
    [plan],
  )

describe('a session', () => {
  it('[SE3] [AC1] every route is answered to those who have a part in it, and is absent for anybody else', async () => {
    const { session } = await scheduled()
    const answers = async (path: string, body?: unknown) =>
      Object.fromEntries(
        await Promise.all(EVERYBODY.map(async (who) => [who, (await ask(who, path, body)).status])),
      ) as Record<Who, number>
    const none = { administrator: 404, otherClient: 404 }
    const read = { practitioner: 200, client: 200, supervisor: 200, ...none }
    for (const path of [
      `cases/${house.case}/sessions`,
      ...['', '/summary', '/room'].map((end) => `sessions/${session}${end}`),
    ])
      expect([path, await answers(path)]).toEqual([path, read])
    expect(await answers('sessions')).toEqual(Object.fromEntries(EVERYBODY.map((who) => [who, 200])))
    const onlyPractitioner = { practitioner: 409, client: 403, supervisor: 403, ...none }
    for (const act of ['end', 'show', 'closing'])
      expect([act, await answers(`sessions/${session}/${act}`, BODIES[act] ?? {})]).toEqual([
        act,
        onlyPractitioner,
      ])
    const party = { practitioner: 409, client: 409, supervisor: 403, ...none }
    for (const act of ['arrive', 'pause', 'resume'])
      expect([act, await answers(`sessions/${session}/${act}`, {})]).toEqual([act, party])
    expect(await answers(`cases/${house.case}/sessions/settings`, { budget: 6, callLink: null })).toEqual({
      ...onlyPractitioner,
      practitioner: 200,
    })
    expect(await answers(`sessions/${session}/cancel`, {})).toEqual({
      ...onlyPractitioner,
      practitioner: 200,
    })
    expect(gist(await api.ask('portal', '/api/sessions', {}))).toEqual([401, 'not-signed-in'])
  })

  it('[SE8] [SE9] [SE10] holds who is there, the client’s three subjects first, and the goal that is shown', async () => {
    const { session } = await scheduled()
    await did('practitioner', session, 'agenda', { words: 'The plan for trains' })
    for (const words of ['The ride', 'Four nights', 'Dad']) await did('client', session, 'agenda', { words })
    expect(gist(await ask('client', `sessions/${session}/agenda`, { words: 'A fourth' }))).toEqual([
      413,
      'too-large',
    ])
    await did('practitioner', session, 'start')
    await did('client', session, 'arrive')
    const goal = '018f0000-0000-7000-8000-00000000aaaa' as GoalId
    await did('practitioner', session, 'show', { goal })
    const { agenda } = await did('client', session, 'arrive')
    expect(agenda.map(({ words }) => words)).toEqual([
      'The ride',
      'Four nights',
      'Dad',
      'The plan for trains',
    ])
    const [ride, nights, dad] = agenda.map(({ subject }) => subject)
    await did('practitioner', session, `agenda/${ride}`, { state: 'now' })
    await did('practitioner', session, `agenda/${nights}`, { state: 'now' })
    const board = await did('client', session, `agenda/${dad}`, { state: 'withdrawn' })
    expect(board.agenda.map(({ state }) => state)).toEqual(['open', 'now', 'open'])
    expect(gist(await ask('client', `sessions/${session}/agenda/${ride}`, { state: 'done' }))).toEqual([
      403,
      'not-yours',
    ])
    expect(board).toMatchObject({ showing: goal, arrived: [{ person: house.client }] })
    const rows = await api.owner.query<{ row: string }[]>('SELECT s::text AS row FROM session_subject s')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Four nights').toString('hex'))
    const ended = await did('practitioner', session, 'end')
    expect(ended).toMatchObject({ showing: null, card: { state: 'ended' } })
  })

  it('[SE5] [SE6] [SE12] every entry between start and end carries it, and it says what changed', async () => {
    const client = await openPlan(api, house, 'client', plan)
    const place = await startGoal(client)
    const before = (await entries()).length
    let ended = ''
    await inASession(async (session) => {
      ended = session
      // The open plan hears of it without being asked. (SE11)
      await client.until(({ confirmed }) => confirmed?.live?.session === session)
      type(client, place, 0, 'I sleep by eleven')
      await client.saved()
    })
    await client.until(({ confirmed }) => confirmed !== null && !confirmed.live)
    type(client, place, 0, 'Now ')
    await client.saved()
    const stored = (await entries()).slice(before)
    expect(stored.map(({ kind, session }) => [kind, session === ended])).toEqual([
      ['session.started', true],
      ['text', true],
      ['session.ended', true],
      ['text', false],
    ])
    const { summary, entries: count } = (await ask('client', `sessions/${ended}/summary`))
      .json as SessionSummaryAnswer
    expect(count).toBe(1)
    expect(summary?.changes).toMatchObject([
      { kind: 'words', name: 'Sleep', before: '', after: 'I sleep by eleven' },
    ])
    expect(summary?.standings).toMatchObject([{ name: 'Sleep', agreement: 'open', isNew: true }])
    client.close()
  })

  it('[SE6] a start and an end on another process stamp what is written at this one', async () => {
    const second = await startSecond(api)
    const client = await openPlan(api, house, 'client', plan)
    const origin = second.ready.console
    const other = await new LiveClient(
      { origin, cookie: await cookieFor(second, 'console', house.practitioner) },
      plan,
    ).live()
    const place = await startGoal(client, 'Walk')
    const { session } = await scheduled()
    const at = (act: string) =>
      second.ask('console', `/api/sessions/${session}/${act}`, { cookie: cookies.practitioner, body: {} })
    expect((await at('start')).status).toBe(200)
    type(client, place, 0, 'in it')
    await client.saved()
    expect((await at('end')).status).toBe(200)
    type(client, place, 0, 'after it ')
    await client.saved()
    const last = (await entries()).slice(-4).map((entry) => [entry.kind, entry.session === session])
    expect(last).toEqual([
      ['session.started', true],
      ['text', true],
      ['session.ended', true],
      ['text', false],
    ])
    client.close()
    other.close()
    await second.stop()
  }, 20_000)

  it('[SE7] a paused plan takes nothing from anybody, and what was typed is stored when it goes on', async () => {
    const client = await openPlan(api, house, 'client', plan)
    const place = await startGoal(client, 'Rest')
    await inASession(async (session) => {
      await did('practitioner', session, 'pause')
      type(client, place, 0, 'waits')
      await client.until(({ confirmed }) => confirmed?.live?.pausedBy === house.practitioner)
      const count = (await entries()).length
      expect(gist(await ask('client', `sessions/${session}/resume`, {}))).toEqual([409, 'session-moved-on'])
      expect(gist(await ask('practitioner', `sessions/${session}/pause`, {}))).toEqual([
        409,
        'session-moved-on',
      ])
      expect((await entries()).length).toBe(count)
      expect((await did('client', session, 'arrive')).pausedBy).toBe(house.practitioner)
      await did('practitioner', session, 'resume')
      await client.saved()
      expect((await entries()).at(-1)).toMatchObject({ kind: 'text', session })
    })
    client.close()
  })

  it('[SE12] has a closing line of the practitioner, of which every version is kept', async () => {
    await inASession(async (session) => {
      expect(
        (await did('practitioner', session, 'closing', { after: 0, words: 'Good' })).closing?.version,
      ).toBe(1)
      expect(
        gist(await ask('practitioner', `sessions/${session}/closing`, { after: 0, words: 'Late' })),
      ).toEqual([409, 'words-changed'])
      await did('practitioner', session, 'closing', { after: 1, words: 'Better' })
      const { closing } = await did('client', session, 'arrive')
      expect(closing).toMatchObject({ version: 2, words: 'Better', by: house.practitioner })
    })
  })

  it('[SE14] [SE15] [SE11] knows its call and how many are left, and is in the client’s list', async () => {
    const settings = `cases/${house.case}/sessions/settings`
    for (const callLink of [
      'http://call.example.org/x',
      'https://me:pw@call.example.org',
      'javascript:alert(1)',
      'https://x y.example',
    ])
      expect(gist(await ask('practitioner', settings, { budget: null, callLink }))).toEqual([
        400,
        'malformed',
      ])
    const callLink = 'https://call.example.org/alder'
    const before = ((await ask('practitioner', settings, { budget: 6, callLink })).json as CaseSessions)
      .budget
    await inASession(async (session) => {
      const { sessions } = (await ask('client', 'sessions')).json as SessionList
      expect(sessions.find((one) => one.session === session)).toMatchObject({
        state: 'live',
        callLink,
        relation: 'client',
      })
      const { budget } = (await ask('practitioner', `cases/${house.case}/sessions`)).json as CaseSessions
      expect(budget).toEqual({ ...before, of: 6, used: before.used + 1 })
    })
  })

  it('[SE13] is handed back by the password of whoever is signed in, and by no other', async () => {
    const confirm = (who: Who, password: string) => ask(who, 'password', { password })
    expect((await confirm('practitioner', PASSWORD)).status).toBe(204)
    expect(gist(await confirm('practitioner', 'another'))).toEqual([401, 'wrong-credentials'])
    expect((await api.ask('console', '/api/password', { body: { password: PASSWORD } })).status).toBe(401)
  })

  it('[SE16] shows the practitioner the room as the client likes it, and the client what is done', async () => {
    const words = { ...NO_COMFORT_WORDS, light: 'The lamp', wordsToAvoid: 'patient' }
    await ask('client', `cases/${house.case}/comfort/${house.client}`, { after: 0, words })
    const { session } = await scheduled()
    const lamp = { client: house.client, field: 'light', done: true }
    expect((await ask('practitioner', `sessions/${session}/room`, lamp)).status).toBe(200)
    const { wishes } = (await ask('client', `sessions/${session}/room`)).json as RoomChecklist
    expect(wishes).toEqual([{ ...lamp, words: 'The lamp' }])
    expect(gist(await ask('client', `sessions/${session}/room`, lamp))).toEqual([403, 'not-yours'])
    expect(gist(await ask('practitioner', `sessions/${session}/room`, { ...lamp, field: 'scent' }))).toEqual([
      404,
      'not-found',
    ])
  })
})

const BODIES: Record<string, unknown> = { show: { goal: null }, closing: { after: 0, words: 'x' } }
