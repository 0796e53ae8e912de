import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { LogId, PersonId, SessionId } from '@accord/domain/ids'
import type { OwnProcessNote } from '@accord/domain/rest/process-note'
import type { SessionCard } from '@accord/domain/rest/session'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { ErasingService } from '../erasure/erasing.service.js'
import { KeyDestroyed, KeyStore } from '../history/key-store.js'

const APPS = {
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
  client: 'portal',
  otherClient: 'portal',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS
const EVERYBODY = Object.keys(APPS) as Who[]
const NOBODY_ELSE = { client: 404, supervisor: 404, administrator: 404, otherClient: 404 }
const WORDS = 'She reminds me of a quince orchard.'

let api: TestApi
let house: House
let cookies: Record<Who, string>
let session: SessionId

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const signedIn = EVERYBODY.map(async (who) => [who, await cookieFor(api, APPS[who], house[who])] as const)
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
  session = await scheduled()
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
  api.ask(APPS[who], `/api/${path}`, {
    cookie: cookies[who],
    method,
    ...(body === undefined ? {} : { body }),
  })
const page = (of: string) => `sessions/${of}/process-note`
const put = (of: string, after: number, words: string) =>
  ask('practitioner', page(of), { after, words }, 'PUT')
const statuses = async (path: string, body?: unknown, method?: string) =>
  Object.fromEntries(
    await Promise.all(EVERYBODY.map(async (who) => [who, (await ask(who, path, body, method)).status])),
  ) as Record<Who, number>
const count = async (sql: string) => (await api.owner.query<unknown[]>(sql)).length
/** A statement in the application's own transaction, in the name of one person. */
const asApp = (person: PersonId, sql: string, parameters: unknown[] = []) =>
  api.app
    .get(ClinicTransactions, { strict: false })
    .run([house.clinic], (manager) => manager.query<unknown[]>(sql, parameters), [person])

async function scheduled(): Promise<SessionId> {
  const wish = { kind: 'work', place: 'room', scheduledFor: api.clock.now() + 3_600_000, minutes: 50 }
  const { json } = await ask('practitioner', `cases/${house.case}/sessions`, wish)
  return (json as SessionCard).session
}

describe('a process note', () => {
  it('[PN4] is its writer’s alone: for every other role there is none, to read, to write or to delete', async () => {
    expect(await statuses(page(session))).toEqual({ practitioner: 200, ...NOBODY_ELSE })
    const body = { after: 0, words: WORDS }
    expect(await statuses(page(session), body, 'PUT')).toEqual({ practitioner: 200, ...NOBODY_ELSE })
    expect(await statuses(`${page(await scheduled())}/delete`, {})).toMatchObject(NOBODY_ELSE)
    const { json } = await ask('practitioner', page(session))
    expect(json).toMatchObject({ words: WORDS, version: 1, readers: [house.practitioner] })
  })

  it('[PN3] [RF2] lies in tables that the application’s own role cannot name', async () => {
    for (const table of ['process_note', 'process_note_book', 'reflection', 'reflection_book']) {
      await expect(asApp(house.practitioner, `SELECT 1 FROM ${table}`)).rejects.toThrow(/permission denied/)
      await expect(asApp(house.practitioner, `DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
    }
  })

  it('[PN3] is shown by PostgreSQL to transactions that name its writer and to no other', async () => {
    const read = 'SELECT * FROM own_process_note($1, $2)'
    const wanted = [session, house.practitioner]
    expect(await asApp(house.practitioner, read, wanted)).toHaveLength(1)
    for (const person of [house.supervisor, house.administrator, house.client])
      expect(await asApp(person, read, wanted)).toEqual([])
    const page = [session, house.supervisor, house.clinic]
    const begin = 'SELECT * FROM begin_own_process_note_book(uuidv7(), $1, $2, $3)'
    await expect(
      asApp(house.supervisor, begin, [house.clinic, house.case, house.supervisor]),
    ).rejects.toThrow(/row-level security/)
    const keep = 'SELECT keep_own_process_note($1, $2, $3, uuidv7(), 1, 1, NULL, 1)'
    await expect(asApp(house.supervisor, keep, page)).rejects.toThrow(/row-level security/)
  })

  it('[PN2] has a key that is neither the plan’s nor any log’s, and none of its words lies there', async () => {
    const [row] = await api.owner.query<{ book: string; content: Buffer }[]>(
      'SELECT book_id AS book, content FROM process_note WHERE content IS NOT NULL',
    )
    expect(row?.content.includes('quince')).toBe(false)
    expect(await count(`SELECT 1 FROM log WHERE log_id = '${row?.book ?? ''}'`)).toBe(0)
  })

  it('[PN1] [PN6] is one a session, saved over the version that was read, and emptied off the disk', async () => {
    const of = await scheduled()
    expect(gist(await put(of, 1, WORDS))).toEqual([409, 'words-changed'])
    await put(of, 0, WORDS)
    expect(gist(await put(of, 0, 'From another tab'))).toEqual([409, 'words-changed'])
    expect((await put(of, 1, '')).json).toMatchObject({ words: '', version: 2 })
    expect(await count(`SELECT 1 FROM process_note WHERE session_id = '${of}' AND content IS NULL`)).toBe(1)
    expect(await count(`SELECT 1 FROM process_note WHERE session_id = '${of}'`)).toBe(1)
    expect((await ask('practitioner', page(of))).json).toMatchObject({ words: '', version: 2 })
  })

  it('[PN6] is deleted by its writer, and the row is gone; what an old tab then saves is told', async () => {
    const of = await scheduled()
    await put(of, 0, WORDS)
    expect((await ask('practitioner', `${page(of)}/delete`, {})).json).toMatchObject({
      words: '',
      version: 0,
    })
    expect(await count(`SELECT 1 FROM process_note WHERE session_id = '${of}'`)).toBe(0)
    expect(gist(await put(of, 1, 'Old tab'))).toEqual([409, 'words-changed'])
  })

  it('[PN7] of a closed case is still written by its practitioner', async () => {
    await api.owner.query('UPDATE clinic_case SET closed_at = now() WHERE case_id = $1', [house.case])
    const { version } = (await ask('practitioner', page(session))).json as OwnProcessNote
    expect((await put(session, version, `${WORDS} Afterwards.`)).status).toBe(200)
    await api.owner.query('UPDATE clinic_case SET closed_at = NULL WHERE case_id = $1', [house.case])
  })

  it('[PN8] stands in the audit where something was refused, and nowhere else', async () => {
    const written = await api.owner.query<{ outcome: string }[]>(
      `SELECT DISTINCT outcome FROM audit_event WHERE action LIKE 'process-note%'`,
    )
    expect(written).toEqual([{ outcome: 'refused' }])
  })

  it('[PN9] ends with its case: its key is destroyed, and the rows go', async () => {
    const [row] = await api.owner.query<{ book: LogId }[]>('SELECT book_id AS book FROM process_note_book')
    const why = { by: null, request: null, rule: 'test' }
    await api.app.get(ErasingService, { strict: false }).eraseCase(house.clinic, house.case, why)
    expect(() => api.app.get(KeyStore, { strict: false }).open(row?.book as LogId)).toThrow(KeyDestroyed)
    expect(await count('SELECT 1 FROM process_note UNION ALL SELECT 1 FROM process_note_book')).toBe(0)
    expect((await ask('practitioner', page(session))).status).toBe(404)
  })
})
