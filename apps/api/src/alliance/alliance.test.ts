import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { CheckInAnswers, ShownTo } from '@accord/domain/alliance/check-in'
import type { PersonId, SessionId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import type { AllianceCues, AlliancePage, AskedCheckIns, OwnCheckIn } from '@accord/domain/rest/alliance'
import type { ThresholdsPage } from '@accord/domain/rest/measures'
import type { QueuePage } from '@accord/domain/rest/supervision'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { SessionService } from '../session/session.service.js'

let api: TestApi
let house: House
let cookies: Record<Who, string>
let people: Record<Who, PersonId>

const APPS = {
  client: 'portal',
  partner: 'portal',
  guardian: 'portal',
  otherClient: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS
const STAFF = ['practitioner', 'supervisor'] as const
const DAY = 86_400_000

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  people = { ...house, partner: await joins('client'), guardian: await joins('guardian') }
  await api.owner.query(
    `UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE person_id = $1)
     WHERE password_hash IS NULL`,
    [house.client],
  )
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

async function joins(relation: 'client' | 'guardian'): Promise<PersonId> {
  const person = await createPerson(api.owner, house.clinic, [])
  await api.owner.query(
    `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since)
     VALUES ($1, $2, $3, $4, now() - interval '1 day')`,
    [house.clinic, house.case, person, relation],
  )
  return person
}

let held = 0
/** Scheduled, begun and, unless it is said, ended, each one after the ones before. */
async function aSession(to: 'live' | 'ended' = 'ended', caseId = house.case): Promise<SessionId> {
  const sessions = api.app.get(SessionService, { strict: false })
  const as = { clinic: house.clinic, person: house.practitioner }
  const scheduledFor = Date.now() + held++ * DAY
  const wish = { caseId, kind: 'work', place: 'room', scheduledFor, minutes: 50 } as const
  const made = await sessions.schedule(as, wish)
  if (isRefusal(made)) throw new Error(made.refused)
  await sessions.move(as, made.session, 'live')
  if (to === 'ended') await sessions.move(as, made.session, 'ended')
  return made.session
}

const all = (value: number, words: string | null = null): CheckInAnswers => ({
  ratings: { goals: value, tasks: value, bond: value, heard: value },
  words,
})
const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(APPS[who], `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const say = (who: Who, session: SessionId, shownTo: ShownTo, answers: CheckInAnswers | null, after = 0) =>
  ask(who, `sessions/${session}/check-in`, { after, shownTo, answers })
async function seenBy(who: (typeof STAFF)[number], session: SessionId) {
  const { clients } = (await ask(who, `cases/${house.case}/alliance`)).json as AlliancePage
  return clients
    .find(({ client }) => client === house.client)
    ?.sessions.find((one) => one.session === session)
}
/** The administrator’s next edition of how many check-ins a usual range is learned from. (ME3) */
const learnFrom = (value: number, over: number) =>
  api.ask('console', '/api/measures/thresholds', {
    method: 'PUT',
    cookie: cookies.administrator,
    body: {
      ...{
        instrument: 'check-in',
        version: '1',
        population: 'one client against themselves',
        use: 'baseline',
      },
      ...{ over, value, citation: 'Agreed in our team', reason: 'For this test' },
    },
  })
const rowsFor = async (person: PersonId, session: SessionId) =>
  (
    await api.app
      .get(ClinicTransactions)
      .run(
        [house.clinic],
        (manager) =>
          manager.query<unknown[]>('SELECT 1 FROM check_in_version WHERE session_id = $1', [session]),
        [person],
      )
  ).length

describe('a check-in', () => {
  it('[CI1] [CI4] is said by the client after the session, each question skippable, and read back', async () => {
    const live = await aSession('live')
    expect(gist(await say('client', live, 'now', all(9)))).toEqual([409, 'session-moved-on'])
    await api.app
      .get(SessionService, { strict: false })
      .move({ clinic: house.clinic, person: house.practitioner }, live, 'ended')
    const some = { ratings: { goals: 9, tasks: null, bond: 4, heard: null }, words: 'slower, please' }
    const saved = (await say('client', live, 'now', some)).json as OwnCheckIn
    expect(saved).toMatchObject({ mine: { version: 1, shownTo: 'now', answers: some }, mayWrite: true })
    expect(saved.people.map(({ person }) => person)).toEqual([house.practitioner, house.supervisor])
    for (const who of STAFF)
      expect(await seenBy(who, live)).toMatchObject({
        standing: 'answered',
        mean: 6.5,
        words: 'slower, please',
      })
  })

  it('[CI3] after we’ve talked: nobody else reads it before a later session has ended, and both do then', async () => {
    const session = await aSession()
    await say('client', session, 'after-talk', all(3, 'not yet'))
    for (const who of STAFF) {
      const { standing, mean, words } = (await seenBy(who, session)) ?? {}
      expect([who, standing, mean, words]).toEqual([who, 'kept', null, null])
      expect([who, await rowsFor(house[who], session)]).toEqual([who, 0])
    }
    await aSession()
    for (const who of STAFF) {
      expect(await seenBy(who, session)).toMatchObject({ standing: 'answered', mean: 3, words: 'not yet' })
      expect([who, await rowsFor(house[who], session)]).toEqual([who, 1])
    }
  })

  it('[CI3] for the supervisor only: the practitioner finds nothing, not even that there is one', async () => {
    const session = await aSession()
    await say('client', session, 'supervisor', all(2, 'for Ruth'))
    expect(await seenBy('supervisor', session)).toMatchObject({
      standing: 'answered',
      mean: 2,
      words: 'for Ruth',
    })
    expect(await seenBy('practitioner', session)).toMatchObject({ standing: 'none', mean: null, words: null })
    expect(await rowsFor(house.practitioner, session)).toBe(0)
    const heads = await api.app
      .get(ClinicTransactions)
      .run(
        [house.clinic],
        (manager) => manager.query<unknown[]>('SELECT 1 FROM check_in WHERE session_id = $1', [session]),
        [house.practitioner],
      )
    expect(heads).toEqual([])
  })

  it('[CI3] taken back from the practitioner is gone for them at once, and its versions stay the client’s own', async () => {
    const session = await aSession()
    await say('client', session, 'now', all(8))
    expect(gist(await say('client', session, 'supervisor', all(8), 0))).toEqual([409, 'words-changed'])
    await say('client', session, 'supervisor', all(1), 1)
    expect(await seenBy('practitioner', session)).toMatchObject({ standing: 'none' })
    expect(await seenBy('supervisor', session)).toMatchObject({ mean: 1 })
    const seen = [house.client, house.supervisor, house.practitioner].map((who) => rowsFor(who, session))
    expect(await Promise.all(seen)).toEqual([2, 1, 0])
  })

  it('[CI3] is the client’s own: absent for everybody else, on the wire and in PostgreSQL', async () => {
    const session = await aSession()
    await say('client', session, 'now', all(9))
    const path = `sessions/${session}/check-in`
    for (const who of ['guardian', 'otherClient', 'administrator', 'practitioner', 'supervisor'] as const) {
      expect([who, ...gist(await ask(who, path))]).toEqual([who, 404, 'not-found'])
      expect([who, ...gist(await say(who, session, 'now', all(1), 1))]).toEqual([who, 404, 'not-found'])
    }
    expect(((await ask('partner', path)).json as OwnCheckIn).mine).toBeNull()
    expect(gist(await api.ask('portal', `/api/${path}`, {}))).toEqual([401, 'not-signed-in'])
    for (const who of ['guardian', 'partner', 'otherClient', 'administrator'] as const)
      expect([who, await rowsFor(people[who], session)]).toEqual([who, 0])
  })

  it('[CI3] PostgreSQL takes it from its client alone, past the application’s own checks', async () => {
    const session = await aSession()
    const written = (named: PersonId) =>
      api.app.get(ClinicTransactions).run(
        [house.clinic],
        (manager) =>
          manager.query(
            `INSERT INTO check_in (session_id, person_id, clinic_id, case_id, version, shown_to)
             VALUES ($1, $2, $3, $4, 1, 'now')`,
            [session, house.client, house.clinic, house.case],
          ),
        [named],
      )
    for (const who of ['practitioner', 'supervisor', 'guardian', 'partner'] as const)
      await expect(written(people[who])).rejects.toThrow(/row-level security/)
  })

  it('[CI2] keeps every version, encrypted, and lets none be changed or removed', async () => {
    const rows = await api.owner.query<{ row: string }[]>('SELECT v::text AS row FROM check_in_version v')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('slower').toString('hex'))
    await expect(api.owner.query('UPDATE check_in_version SET content = NULL')).rejects.toThrow(/append-only/)
    await expect(api.owner.query('DELETE FROM check_in_version')).rejects.toThrow(/append-only/)
    await expect(api.owner.query('DELETE FROM check_in')).rejects.toThrow(/append-only/)
  })

  it('[CI5] is asked about the latest session once, and “not today” is an answer', async () => {
    const asked = async (who: Who) =>
      ((await ask(who, 'check-ins')).json as AskedCheckIns).asked.map(({ session }) => session.session)
    const session = await aSession()
    expect(await asked('client')).toEqual([session])
    expect(await asked('guardian')).toEqual([])
    expect(await asked('otherClient')).toEqual([])
    expect(gist(await ask('practitioner', 'check-ins'))).toEqual([403, 'not-yours'])
    expect((await say('client', session, 'now', null)).status).toBe(200)
    expect(await asked('client')).toEqual([])
    expect(await seenBy('practitioner', session)).toMatchObject({ standing: 'not-today', mean: null })
    expect(await asked('partner')).toEqual([session])
  })

  it('[CI1] takes nothing outside its scale and nothing empty', async () => {
    const session = await aSession()
    const bad = [all(11), all(-1), all(2.5), { ratings: all(1).ratings, words: 'bell\u0007' }]
    const empty = { ratings: { goals: null, tasks: null, bond: null, heard: null }, words: null }
    for (const answers of [...bad, empty])
      expect(gist(await say('client', session, 'now', answers))).toEqual([400, 'malformed'])
    expect(gist(await ask('client', `sessions/${newUuid(1)}/check-in`))).toEqual([404, 'not-found'])
  })
})

describe('the alliance page', () => {
  it('[AL6] is read by the practitioner and the supervisor of the case, and refused or absent for others', async () => {
    const path = `cases/${house.case}/alliance`
    const statuses = Object.keys(APPS).map(async (who) => [who, (await ask(who as Who, path)).status])
    expect(Object.fromEntries(await Promise.all(statuses))).toEqual({
      ...{ practitioner: 200, supervisor: 200, client: 403, partner: 403, guardian: 403 },
      ...{ otherClient: 404, administrator: 404 },
    })
  })

  it('[AL6] keeps repairs of a dip, added to by the practitioner, encrypted, never changed', async () => {
    const session = await aSession()
    const repair = { client: house.client, session, step: 'talked', words: 'We spoke of the pace.' }
    const add = (who: Who, body: unknown) => ask(who, `cases/${house.case}/repairs`, body)
    expect((await add('practitioner', repair)).status).toBe(201)
    expect(gist(await add('supervisor', repair))).toEqual([403, 'read-only'])
    expect(gist(await add('client', repair))).toEqual([403, 'not-yours'])
    expect(gist(await add('administrator', repair))).toEqual([404, 'not-found'])
    expect(gist(await add('practitioner', { ...repair, client: house.supervisor }))).toEqual([
      404,
      'not-found',
    ])
    for (const who of STAFF) {
      const { clients } = (await ask(who, `cases/${house.case}/alliance`)).json as AlliancePage
      expect(clients[0]?.repairs).toMatchObject([{ step: 'talked', words: 'We spoke of the pace.' }])
    }
    const rows = await api.owner.query<{ row: string }[]>('SELECT r::text AS row FROM repair_step r')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('pace').toString('hex'))
    await expect(api.owner.query('DELETE FROM repair_step')).rejects.toThrow(/append-only/)
  })

  it('[AL3] [CI3] a dip for the supervisor only is a cue in their queue, and none for the practitioner', async () => {
    expect((await learnFrom(5, 0)).status).toBe(200)
    for (const value of [8, 9, 8, 9, 8]) {
      await say('otherClient', await aSession('ended', house.otherCase), 'now', all(value))
    }
    const dipped = await aSession('ended', house.otherCase)
    await say('otherClient', dipped, 'supervisor', all(0))
    const queue = (await ask('supervisor', 'supervision/queue')).json as QueuePage
    const reasons = queue.cases.find(({ caseId }) => caseId === house.otherCase)?.reasons ?? []
    expect(reasons.filter(({ kind }) => kind === 'check-in')).toMatchObject([
      { client: house.otherClient, cue: { kind: 'below-range', session: dipped, mean: 0 } },
    ])
    const cues = async () => ((await ask('practitioner', 'alliance/cues')).json as AllianceCues).cues
    expect((await cues()).filter(({ cue }) => cue.kind === 'below-range')).toEqual([])
    await say('otherClient', dipped, 'now', all(0), 1)
    expect((await cues()).filter(({ cue }) => cue.kind === 'below-range')).toMatchObject([
      { client: house.otherClient, cue: { session: dipped, mean: 0 } },
    ])
    expect(gist(await ask('client', 'alliance/cues'))).toEqual([403, 'not-yours'])
    expect((await ask('administrator', 'alliance/cues')).json).toEqual({ cues: [] })
  })

  it('[ME3] every threshold has its population, version and citation, and a clinic’s own row comes first', async () => {
    expect((await learnFrom(6, 1)).status).toBe(200)
    const { rows, editions } = (await ask('practitioner', 'measures/thresholds')).json as ThresholdsPage
    expect(editions.map(({ edition, value }) => [edition, value])).toEqual([
      [2, 6],
      [1, 5],
    ])
    const baselines = rows.filter(({ use }) => use === 'baseline')
    expect(baselines).toMatchObject([{ value: 6, citation: 'Agreed in our team' }])
    expect(rows.every(({ citation, population, version }) => citation && population && version)).toBe(true)
    expect((await ask('administrator', 'measures/thresholds')).status).toBe(200)
    expect(gist(await ask('client', 'measures/thresholds'))).toEqual([403, 'not-yours'])
    const page = (await ask('practitioner', `cases/${house.case}/alliance`)).json as AlliancePage
    expect(page.thresholds).toEqual({ baseline: 6, smallestChange: 1, unanswered: 2 })
  })
})
