import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import { packHash } from '@accord/domain/ending/text'
import type { GoalId, PersonId } from '@accord/domain/ids'
import type { EndingPage } from '@accord/domain/rest/ending'
import { NUMBERS_OF } from '@accord/domain/safety/urgent-numbers'
import { startTestApi, type TestApi } from '../../test/api.js'
import { theVerifier } from '../../test/bundle.js'
import { gist } from '../../test/desk.js'
import { createClinic } from '../../test/live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'
import { readPdf } from '../../test/review/pdf.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'

let api: TestApi
let house: House
let cookies: Record<Who, string>
let people: Record<Who, PersonId>

const APPS = {
  client: 'portal',
  otherClient: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
  stranger: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS

const WORDS = 'Most nights I sleep before midnight.'
const GOAL = newUuid(Date.now()) as GoalId
const LINE = newUuid(Date.now())

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const elsewhere = await createClinic(api.owner)
  await givePasswords(api.owner)
  people = { ...house, stranger: elsewhere.practitioner }
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
  await planWith('I sleep by eleven.')
}, 30_000)
afterAll(() => api.stop())

const asks = (who: Who, path: string, body?: unknown) =>
  api.ask(APPS[who], `/api/cases/${house.case}/${path}`, {
    cookie: cookies[who],
    ...(body === undefined ? {} : { body }),
  })
const read = (who: Who) => asks(who, 'ending')
const page = async (who: Who) => (await read(who)).json as EndingPage
const acts = (who: Who, act: object) => asks(who, 'ending/acts', act)
const open = async (who: Who = 'client') => {
  const { state } = await page(who)
  if (state.kind !== 'open') throw new Error(`the pack is ${state.kind}`)
  return state
}
/** The practice says whom to ring. */
const rings = (name: string, over: number) => {
  const numbers = [{ name, number: '020 7946 0000', note: '', source: 'Alder House' }]
  const body = { over, country: 'GB', numbers }
  return api.ask('console', '/api/urgent-numbers', { method: 'PUT', cookie: cookies.administrator, body })
}
const onPaper = async () => (await readPdf((await asks('client', 'ending/pdf?paper=A4')).bytes)).text
const says = async (who: Who) => acts(who, { kind: 'say', hash: (await open()).hash })

/** Writes a goal's words into the plan, as the practitioner's browser would. */
async function planWith(statement: string): Promise<void> {
  const [row]: { plan: string }[] = await api.owner.query(
    `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`,
    [house.case],
  )
  const clientId = newUuid(Date.now())
  const plan = row?.plan ?? ''
  const operation = (op: number, rest: object) =>
    api.ask('console', `/api/plans/${plan}/operations`, {
      cookie: cookies.practitioner,
      body: { plan, clientId, op, ...rest },
    })
  const begun = await operation(1, {
    command: { name: 'goal.add', goal: GOAL, kind: 'change', title: 'Sleep' },
  })
  const { seq: base } = begun.json as { seq: number }
  const written = await operation(2, { base, goal: GOAL, field: 'statement', changes: [[0, statement]] })
  if (written.status >= 300) throw new Error(written.text)
}

describe('a pack for the end of the work', () => {
  it('[EN1] is begun by the practitioner alone, once, and closes nothing', async () => {
    expect((await page('client')).state).toEqual({ kind: 'none' })
    const refused = {
      client: [403, 'not-yours'],
      supervisor: [403, 'read-only'],
      administrator: [404, 'not-found'],
    }
    for (const [who, answer] of Object.entries(refused)) {
      expect([who, gist(await asks(who as Who, 'ending', {}))]).toEqual([who, answer])
    }
    expect((await asks('practitioner', 'ending', {})).status).toBe(200)
    expect(gist(await asks('practitioner', 'ending', {}))).toEqual([409, 'already-exists'])
    const { closedAt, readers } = await page('client')
    expect([closedAt, [...readers].sort()]).toEqual([
      null,
      [house.client, house.practitioner, house.supervisor].sort(),
    ])
  })

  it('[EN8] is read in the case, and is absent for other clients, other clinics and administrators', async () => {
    for (const who of ['client', 'practitioner', 'supervisor'] as const) {
      expect([who, (await read(who)).status]).toEqual([who, 200])
    }
    const line = { kind: 'add', line: LINE, list: 'coping', words: 'Walk' }
    for (const who of ['otherClient', 'administrator', 'stranger'] as const) {
      const paths = ['ending', 'ending/pdf?paper=A4']
      for (const path of paths) expect([who, gist(await asks(who, path))]).toEqual([who, [404, 'not-found']])
      expect([who, gist(await acts(who, line))]).toEqual([who, [404, 'not-found']])
    }
    expect(gist(await acts('supervisor', line))).toEqual([403, 'read-only'])
  })

  it('[EN2] holds what each writes, for both to read, and refuses what was written upon another version', async () => {
    const words = { kind: 'write', box: 'changed', after: 0, words: WORDS }
    expect((await acts('client', words)).status).toBe(200)
    expect(gist(await acts('client', words))).toEqual([409, 'words-changed'])
    expect(gist(await acts('practitioner', words))).toEqual([403, 'not-yours'])
    const saw = { kind: 'write', box: 'saw', words: 'You asked for help.' }
    const both = await Promise.all([0, 0].map((after) => acts('practitioner', { ...saw, after })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await open('client')).draft.boxes.map((one) => one.words)).toEqual([WORDS, saw.words])
  })

  it('[EN3] quotes a goal from the plan’s log, by its number and hash', async () => {
    expect((await acts('client', { kind: 'keep', goal: GOAL })).status).toBe(200)
    const [kept] = (await open()).draft.kept
    const [entry]: { hash: string }[] = await api.owner.query(
      `SELECT encode(hash, 'hex') AS hash FROM entry WHERE log_id = $1 AND seq = $2`,
      [kept?.log, kept?.seq],
    )
    expect(kept).toMatchObject({ statement: 'I sleep by eleven.', name: 'Sleep', hash: entry?.hash })
    expect(gist(await acts('client', { kind: 'keep', goal: LINE }))).toEqual([404, 'unknown-goal'])
  })

  it('[EN5] has the practice’s numbers while it is open, as they are now', async () => {
    expect((await page('client')).urgent).toEqual(NUMBERS_OF.EU)
    await rings('Alder House, by day', 0)
    expect((await page('client')).urgent.map(({ name }) => name)).toEqual(['Alder House, by day'])
    expect(await onPaper()).toContain('Alder House, by day')
  })

  it('[EN6] [EN7] closes when both stand behind the present words, and not before', async () => {
    await acts('client', { kind: 'add', line: LINE, list: 'coping', words: 'Walk to the lock and back' })
    await says('practitioner')
    const { hash } = await open()
    const early = await asks('practitioner', 'ending/closing', { hash })
    expect(gist(early)).toEqual([409, 'nothing-to-agree-to'])
    await says('client')
    expect(gist(await asks('client', 'ending/closing', { hash }))).toEqual([403, 'not-yours'])
    const closed = (await asks('practitioner', 'ending/closing', { hash })).json as EndingPage
    if (closed.state.kind !== 'closed') throw new Error('it is not closed')
    expect(closed.state.hash).toBe(packHash(closed.state.pack))
    expect(closed.state.pack.urgent.map(({ name }) => name)).toEqual(['Alder House, by day'])
    expect(gist(await says('client').catch(() => acts('client', { kind: 'unsay' })))).toEqual([
      409,
      'note-moved-on',
    ])
    const added = await asks('client', 'ending/addenda', { after: 0, words: 'A month on: still so.' })
    expect((added.json as EndingPage).state).toMatchObject({ addenda: [{ number: 1, by: house.client }] })
    expect(gist(await asks('client', 'ending/addenda', { after: 0, words: 'Twice' }))).toEqual([
      409,
      'words-changed',
    ])
  })

  it('[EN5] has those of the day on which it was closed, whatever they are later', async () => {
    await rings('Alder House, by night', 1)
    const { state, urgent } = await page('client')
    if (state.kind !== 'closed') throw new Error('it is not closed')
    expect(state.pack.urgent.map(({ name }) => name)).toEqual(['Alder House, by day'])
    expect(urgent.map(({ name }) => name)).toEqual(['Alder House, by night'])
    const paper = await onPaper()
    expect([paper.includes('by day'), paper.includes('by night')]).toEqual([true, false])
  })

  it('[EN7] [EN8] PostgreSQL refuses every change of it and every further act, to the tables’ owner as well', async () => {
    const tables = ['ending', 'ending_act', 'ending_pack', 'ending_addendum']
    for (const table of tables) {
      await expect(api.owner.query(`UPDATE ${table} SET clinic_id = clinic_id`)).rejects.toThrow(
        /append-only/,
      )
      await expect(api.owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/)
    }
    const more = `INSERT INTO ending_act SELECT ending_id, seq + 1, clinic_id, person_id, at, key_version, content
      FROM ending_act ORDER BY seq DESC LIMIT 1`
    await expect(api.owner.query(more)).rejects.toThrow(/no further act/)
    const rows: { row: string }[] = await api.owner.query(
      `SELECT encode(content, 'hex') AS row FROM ending_act UNION ALL SELECT encode(content, 'hex') FROM ending_pack`,
    )
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('midnight').toString('hex'))
  })

  it('[EN8] PostgreSQL shows it to transactions of its readers alone, past the application’s own checks', async () => {
    const shownTo = (who: Who) =>
      api.app
        .get(ClinicTransactions)
        .run(
          [house.clinic],
          async (manager) => (await manager.query<unknown[]>('SELECT 1 FROM ending_pack')).length,
          [people[who]],
        )
    for (const who of ['client', 'practitioner', 'supervisor'] as const)
      expect([who, await shownTo(who)]).toEqual([who, 1])
    for (const who of ['otherClient', 'administrator', 'stranger'] as const)
      expect([who, await shownTo(who)]).toEqual([who, 0])
  })

  it('[EN9] is taken as a PDF by everybody who reads it', async () => {
    for (const who of ['client', 'practitioner', 'supervisor'] as const) {
      const { status, text } = await asks(who, 'ending/pdf?paper=A4')
      expect([who, status, text.slice(0, 5)]).toEqual([who, 200, '%PDF-'])
    }
  })

  it('[EN10] [EN12] [TO4] is read in a closed case until the day that is said, and not after it in the portal', async () => {
    const closeDaysAgo = (days: number | null) =>
      api.owner.query(
        `UPDATE clinic_case SET closed_at = CASE WHEN $2::int IS NULL THEN NULL
          ELSE date_trunc('milliseconds', now()) - make_interval(days => $2) END WHERE case_id = $1`,
        [house.case, days],
      )
    const takenCases = async () => {
      const body = { timeZone: 'UTC', paper: 'A4' }
      const { bytes } = await api.ask('portal', '/api/me/takeout', { cookie: cookies.client, body })
      const names = [...(await theVerifier()).unzip(bytes).keys()]
      return [...new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0]))]
    }
    await closeDaysAgo(364)
    expect(await takenCases()).toEqual(['case-1'])
    const { readUntil, closedAt } = await page('client')
    expect(((readUntil ?? 0) - (closedAt ?? 0)) / 86_400_000).toBeCloseTo(365, 0)
    expect(gist(await asks('client', 'ending/addenda', { after: 1, words: 'Late' }))).toEqual([
      409,
      'case-closed',
    ])
    await closeDaysAgo(366)
    expect(gist(await read('client'))).toEqual([403, 'reading-over'])
    expect(gist(await asks('client', 'ending/pdf?paper=A4'))).toEqual([403, 'reading-over'])
    expect((await api.ask('portal', '/api/cases', { cookie: cookies.client })).json).toEqual({ cases: [] })
    expect((await read('practitioner')).status).toBe(200)
    expect((await asks('client', 'consents')).status).toBe(200)
    expect(await takenCases()).toEqual([])
    await closeDaysAgo(366)
    await setsDays(0, 400)
    expect((await read('client')).status).toBe(200)
    await setsDays(1, 30)
    expect((await read('client')).status).toBe(200)
    await closeDaysAgo(null)
    expect((await page('client')).readDays).toBe(30)
  })

  it('[EN11] the days are set by administrators alone, upon the version that they read', async () => {
    expect(gist(await setsDays(1, 90))).toEqual([409, 'words-changed'])
    expect(gist(await setsDays(2, 29))).toEqual([400, 'malformed'])
    expect(gist(await setsDays(2, 90, 'practitioner'))).toEqual([403, 'not-yours'])
    expect(gist(await setsDays(2, 90, 'client'))).toEqual([403, 'not-yours'])
  })
})

const setsDays = (after: number, days: number, who: Who = 'administrator') =>
  api.ask(APPS[who], '/api/clinic/reading-days', {
    method: 'PUT',
    cookie: cookies[who],
    body: { after, days },
  })
