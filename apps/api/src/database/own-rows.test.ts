import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { createClinic, type TestClinic } from '../../test/live/clinic.js'
import { aNoteHouse, type NoteHouse, type Who } from '../../test/note-house.js'
import { newUuid } from '../history/new-uuid.js'
import { ClinicTransactions } from './clinic-transactions.js'

const EVERYBODY = [
  ...(['client', 'guardian', 'otherClient', 'practitioner', 'colleague'] as const),
  ...(['supervisor', 'administrator'] as const),
] satisfies readonly Who[]
const REFUSED = /row-level security|permission denied/

let on: NoteHouse
let elsewhere: TestClinic
let session: string
let note: string

beforeAll(async () => {
  on = await aNoteHouse()
  elsewhere = await createClinic(on.api.owner)
  const signed = await on.aSigned()
  session = signed.session
  note = signed.note
  const { api, house } = on
  const own = { empathy: 'Near', regard: '', congruence: '', reaction: '' }
  await saved('practitioner', `sessions/${session}/process-note`, { after: 0, words: 'Quince.' }, 'PUT')
  await saved('practitioner', `sessions/${session}/reflection`, { after: 0, ...own }, 'PUT')
  await saved('client', `notes/${note}/replies`, { number: 1, words: 'In the spring.' })
  const asked = { id: newUuid(api.clock.now()), kind: 'access', caseId: house.case, words: 'Please.' }
  await saved('client', 'me/requests', asked)
}, 30_000)
afterAll(() => on.api.stop())

/** Written the usual way, by whoever may. */
async function saved(who: 'client' | 'practitioner', path: string, body: unknown, method = 'POST') {
  const cookie = on.cookies[who]
  const app = who === 'client' ? 'portal' : 'console'
  const { status, text } = await on.api.ask(app, `/api/${path}`, { cookie, body, method })
  if (status >= 300) throw new Error(text)
}

/** A statement of the application's own role, in the name of one person of a clinic. */
async function as(person: PersonId, clinic: ClinicId, sql: string, values: unknown[]): Promise<unknown[]> {
  const transactions = on.api.app.get(ClinicTransactions, { strict: false })
  const answer = await transactions.run([clinic], (manager) => manager.query<unknown>(sql, values), [person])
  // What an UPDATE came back with has its rows first.
  return (Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer) as unknown[]
}

/** Who of this clinic PostgreSQL shows a row to, whatever the application asks. */
async function shownTo(sql: string, values: unknown[]): Promise<readonly Who[]> {
  const counts = EVERYBODY.map(async (who) => (await as(on.people[who], on.house.clinic, sql, values)).length)
  const found = await Promise.all(counts)
  return EVERYBODY.filter((_, at) => found[at] !== 0)
}

/** Whether anybody of another clinic, or anybody in its name, is shown a row. */
async function isShownElsewhere(sql: string, values: unknown[]): Promise<boolean> {
  const strangers = [elsewhere.practitioner, elsewhere.administrator, elsewhere.client]
  const tries = [
    ...strangers.flatMap((person) => [
      as(person, elsewhere.clinic, sql, values),
      as(person, on.house.clinic, sql, values),
    ]),
    ...EVERYBODY.map((who) => as(on.people[who], elsewhere.clinic, sql, values)),
  ]
  return (await Promise.all(tries)).some((rows) => rows.length > 0)
}

const others = (...those: readonly Who[]) => EVERYBODY.filter((who) => !those.includes(who))

describe.each([
  ['process note', 'PN3', 'process_note'],
  ['reflection', 'RF2', 'reflection'],
] as const)('the row of a %s', (_, rule, table) => {
  const read = `SELECT version FROM own_${table}($1, $2)`
  const keep = `SELECT 1 AS kept WHERE keep_own_${table}($1, $2, $3, $4, $5, 1, '\\x01'::bytea, 1)`
  const bookOf = async () => {
    const [row] = await on.api.owner.query<{ book: string }[]>(
      `SELECT book_id AS book FROM ${table} WHERE session_id = $1`,
      [session],
    )
    return row?.book
  }

  it(`[${rule}] is shown to its writer, to nobody else of the clinic, and to nobody of another`, async () => {
    const wanted = [session, on.house.practitioner]
    expect(await shownTo(read, wanted)).toEqual(['practitioner'])
    expect(await isShownElsewhere(read, wanted)).toBe(false)
  })

  it(`[${rule}] is written over by nobody else, neither in their own name nor in its writer’s`, async () => {
    const { house, people } = on
    const book = await bookOf()
    for (const who of others('practitioner')) {
      const over = [session, house.practitioner, house.clinic, book, 2]
      expect([who, await as(people[who], house.clinic, keep, over)]).toEqual([who, []])
      const beside = [session, people[who], house.clinic, book, 1]
      await expect(as(people[who], house.clinic, keep, beside)).rejects.toThrow(REFUSED)
    }
    const foreign = [session, house.practitioner, house.clinic, book, 2]
    expect(await as(house.practitioner, elsewhere.clinic, keep, foreign)).toEqual([])
    expect(await as(house.practitioner, house.clinic, keep, foreign)).toHaveLength(1)
  })

  it(`[${rule}] is not its writer’s any more once they are no practitioner of the case`, async () => {
    const { api, house } = on
    const end = (until: string) =>
      api.owner.query(`UPDATE case_party SET until = ${until} WHERE case_id = $1 AND person_id = $2`, [
        house.case,
        house.practitioner,
      ])
    await end('now()')
    const wanted = [session, house.practitioner]
    expect(await as(house.practitioner, house.clinic, read, wanted)).toEqual([])
    const over = [session, house.practitioner, house.clinic, await bookOf(), 3]
    await expect(as(house.practitioner, house.clinic, keep, over)).rejects.toThrow(REFUSED)
    await end('NULL')
  })
})

it('[PN6] the row of a process note is deleted by nobody but its writer', async () => {
  const { house, people } = on
  const remove = 'SELECT 1 AS gone WHERE delete_own_process_note($1, $2)'
  for (const who of others('practitioner'))
    expect(await as(people[who], house.clinic, remove, [session, house.practitioner])).toEqual([])
  expect(await as(house.practitioner, elsewhere.clinic, remove, [session, house.practitioner])).toEqual([])
  expect(await as(house.practitioner, house.clinic, remove, [session, house.practitioner])).toHaveLength(1)
})

describe('the row of a reply to a note', () => {
  const add = `INSERT INTO note_reply (note_id, number, clinic_id, person_id, at, key_version, content)
    VALUES ($1, $2, $3, $4, now(), 1, '\\x01')`

  it('[TO10] is shown to those who read the note, and to nobody of another clinic', async () => {
    const read = 'SELECT number FROM note_reply WHERE note_id = $1'
    expect(await shownTo(read, [note])).toEqual(['client', 'practitioner', 'supervisor'])
    expect(await isShownElsewhere(read, [note])).toBe(false)
  })

  it('[TO11] is made by those to whom the note is shown, in their own name, and changed by nobody', async () => {
    const { house, people } = on
    for (const who of others('client')) {
      const own = as(people[who], house.clinic, add, [note, 2, house.clinic, people[who]])
      await expect(own).rejects.toThrow(REFUSED)
      const borrowed = as(people[who], house.clinic, add, [note, 2, house.clinic, house.client])
      await expect(borrowed).rejects.toThrow(REFUSED)
    }
    for (const [clinic, name] of [
      [elsewhere.clinic, house.client],
      [house.clinic, house.practitioner],
    ] as const) {
      const other = as(house.client, clinic, add, [note, 2, house.clinic, name])
      await expect(other).rejects.toThrow(REFUSED)
    }
    for (const sql of [
      `UPDATE note_reply SET number = 9 WHERE note_id = $1`,
      'DELETE FROM note_reply WHERE note_id = $1',
    ])
      await expect(as(house.client, house.clinic, sql, [note])).rejects.toThrow(REFUSED)
    expect(
      await as(house.client, house.clinic, `${add} RETURNING 1`, [note, 2, house.clinic, house.client]),
    ).toHaveLength(1)
  })
})

describe('the row of what somebody asks about their record', () => {
  const mine = 'WHERE person_id = $1'
  const settle = (state: string) =>
    `UPDATE data_request SET state = '${state}', settled_at = now(), settled_by = person_id ${mine} RETURNING 1`
  const add = `INSERT INTO data_request (request_id, clinic_id, person_id, kind, case_id, state, received_at, due_at, words)
    VALUES ($1, $2, $3, 'access', $4, $5, now(), now() + interval '1 month', '\\x01')`

  it('[DR15] is shown to whoever asked and to administrators, and to nobody of another clinic', async () => {
    const read = `SELECT state FROM data_request ${mine}`
    expect(await shownTo(read, [on.house.client])).toEqual(['client', 'administrator'])
    expect(await isShownElsewhere(read, [on.house.client])).toBe(false)
  })

  it('[DR15] is made by a client or guardian of that case, in their own name, and begins unanswered', async () => {
    const { house, people } = on
    const id = () => newUuid(Date.now())
    for (const who of others('client', 'guardian')) {
      const own = [id(), house.clinic, people[who], house.case, 'received']
      await expect(as(people[who], house.clinic, add, own)).rejects.toThrow(REFUSED)
      const borrowed = [id(), house.clinic, house.client, house.case, 'received']
      await expect(as(people[who], house.clinic, add, borrowed)).rejects.toThrow(REFUSED)
    }
    const extended = [id(), house.clinic, house.client, house.case, 'extended']
    await expect(as(house.client, house.clinic, add, extended)).rejects.toThrow(REFUSED)
    const foreign = [id(), house.clinic, house.client, house.case, 'received']
    await expect(as(house.client, elsewhere.clinic, add, foreign)).rejects.toThrow(REFUSED)
  })

  it('[DR11] [DR15] is answered by administrators, taken back by whoever asked, and by nobody else', async () => {
    const { house, people } = on
    const by = (who: Who, state: string) => as(people[who], house.clinic, settle(state), [house.client])
    for (const who of others('client', 'administrator'))
      for (const state of ['granted', 'refused', 'withdrawn'])
        expect([who, await by(who, state)]).toEqual([who, []])
    await expect(by('client', 'granted')).rejects.toThrow(REFUSED)
    await expect(by('administrator', 'withdrawn')).rejects.toThrow(REFUSED)
    const gone = as(house.client, house.clinic, `DELETE FROM data_request ${mine}`, [house.client])
    await expect(gone).rejects.toThrow(REFUSED)
    expect(await by('client', 'withdrawn')).toHaveLength(1)
  })
})
