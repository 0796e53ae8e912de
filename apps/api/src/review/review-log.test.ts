import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { ReviewKind } from '@accord/domain/review/act'
import type { ReviewView } from '@accord/domain/rest/review'
import { aReviewHouse, type ReviewHouse } from '../../test/review/review-house.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { sqlStateOf } from '../database/failures.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'

let on: ReviewHouse
let log: LogId
let threads: readonly string[]

beforeAll(async () => {
  on = await aReviewHouse()
  const pin = { ...(await on.placeOf(5)), goal: on.goal, passage: null }
  const said = { kind: 'review.comment', pin, text: 'Look here', readers: 'client' }
  for (const who of ['supervisor', 'practitioner', 'supervisor'] as const)
    await on.act(who, who === 'practitioner' ? { ...said, readers: 'practitioner' } : said)
  const view = await on.view('supervisor')
  threads = view.threads.map(({ id }) => id)
  await on.act('practitioner', { kind: 'review.reply', to: threads[0], text: 'I see it' })
  const rows: { log_id: LogId }[] = await on.api.owner.query(
    `SELECT log_id FROM log WHERE case_id = $1 AND audience = 'review'`,
    [on.house.case],
  )
  log = rows[0]?.log_id ?? ('' as LogId)
}, 30_000)
afterAll(() => on.api.stop())

const TABLES = ['log', 'log_head', 'entry'] as const
const asPeople = <T>(people: readonly PersonId[], sql: string, values: unknown[]) =>
  on.api.app
    .get(ClinicTransactions)
    .run([on.house.clinic], (manager) => manager.query<T[]>(sql, values), people)
const rowsFor = async (people: readonly PersonId[]) => {
  const counts: number[] = []
  for (const table of TABLES) {
    const sql = `SELECT count(*)::int AS count FROM ${table} WHERE log_id = $1`
    counts.push((await asPeople<{ count: number }>(people, sql, [log]))[0]?.count ?? -1)
  }
  return counts
}

async function verified(): Promise<VerifiedLog | undefined> {
  const results: VerifiedLog[] = []
  await verifyDatabase(on.api.config, (result) => results.push(result))
  expect(results.filter((result) => result.log !== log && result.flaw)).toEqual([])
  return results.find((result) => result.log === log)
}

describe('a review’s log in the database', () => {
  it('[RV10] shows its rows where its supervisor or practitioner is named, and nowhere else', async () => {
    const { supervisor, practitioner, client, guardian, administrator, otherSupervisor } = on.house
    for (const person of [supervisor, practitioner]) expect(await rowsFor([person])).toEqual([1, 1, 4])
    for (const person of [client, guardian, administrator, otherSupervisor])
      expect(await rowsFor([person])).toEqual([0, 0, 0])
    expect(await rowsFor([])).toEqual([0, 0, 0])
  })

  it('[RV10] is gone at once for a supervisor who is one no longer, and there for the next', async () => {
    const { supervisor, otherSupervisor, clinic } = on.house
    const end = 'UPDATE case_supervisor SET until = now() WHERE case_id = $1 AND person_id = $2'
    await on.api.owner.query(end, [on.house.case, supervisor])
    await on.api.owner.query(
      'INSERT INTO case_supervisor (clinic_id, case_id, person_id, since) VALUES ($1, $2, $3, now())',
      [clinic, on.house.case, otherSupervisor],
    )
    expect(await rowsFor([supervisor])).toEqual([0, 0, 0])
    expect((await on.ask('supervisor', on.review)).status).toBe(404)
    expect(await rowsFor([otherSupervisor])).toEqual([1, 1, 4])
    expect((await on.view('otherSupervisor')).threads).toHaveLength(3)
    const amend = { kind: 'review.amend', of: threads[0], text: 'Other', readers: null, reason: 'Mine now' }
    expect((await on.act('otherSupervisor', amend)).status).toBe(403)
    await on.api.owner.query(end, [on.house.case, otherSupervisor])
    await on.api.owner.query(
      'UPDATE case_supervisor SET until = NULL WHERE case_id = $1 AND person_id = $2',
      [on.house.case, supervisor],
    )
  })

  it.each([
    ['supervisor', 'supervisor', 'review.sign', 'stored'],
    ['supervisor', 'supervisor', 'review.answer', '42501'],
    ['practitioner', 'practitioner', 'review.answer', 'stored'],
    ['practitioner', 'practitioner', 'review.sign', '42501'],
    ['practitioner', 'practitioner', 'review.ask', '42501'],
    ['practitioner', 'supervisor', 'review.sign', '42501'],
    ['client', 'client', 'review.comment', '42501'],
    ['guardian', 'guardian', 'review.reply', '42501'],
    ['administrator', 'administrator', 'review.comment', '42501'],
    ['administrator', 'administrator', 'party.joined', '42501'],
    ['otherSupervisor', 'supervisor', 'review.comment', '42501'],
    ['practitioner', 'practitioner', 'goal.add', '42501'],
  ] as const)('[RV10] [AC7] the %s as %s writing %s: %s', async (who, relation, kind, outcome) => {
    const person = on.house[who]
    const written = asPeople(
      [person, on.house.supervisor],
      `WITH kept AS (INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, author_id, relation, at_ms,
         key_version, digest) VALUES ($1, $2, 900, sha256('a'), sha256('b'), 1, $3, $4, $5, 1, 1, sha256('c'))
       RETURNING 1) SELECT 1 / (count(*) - 1) FROM kept`,
      [on.house.clinic, log, kind, person, relation],
    )
    // An entry that the policy lets in is taken back by a division by zero: the chain stays as it is.
    const state = await written.then(() => 'kept', sqlStateOf)
    expect(state === '22012' ? 'stored' : state).toBe(outcome)
  })

  it('[RV10] acts of a review stand in no plan', async () => {
    const { supervisor, clinic } = on.house
    const written = asPeople(
      [supervisor],
      `INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, author_id, relation, at_ms,
         key_version, digest) VALUES ($1, $2, 900, sha256('a'), sha256('b'), 1, $3, $4, 'supervisor', 1, 1, sha256('c'))`,
      [clinic, on.plan, 'review.comment' satisfies ReviewKind, supervisor],
    )
    expect(await written.then(() => null, sqlStateOf)).toBe('42501')
  })

  it('[RV2] is reached by no socket and no history of plans', async () => {
    for (const who of ['supervisor', 'practitioner'] as const)
      expect((await on.ask(who, `/api/plans/${log}/history`)).status).toBe(404)
  })
})

describe('a review’s log when it is verified', () => {
  it('[HI6] [RV1] holds', async () => {
    expect(await verified()).toMatchObject({ entries: 4, flaw: null })
  })

  it.each([
    ['kind', `'review.reply'`],
    ['author_id', `'018f0000-0000-7000-8000-0000000000ff'`],
    ['relation', `'client'`],
    ['at_ms', 'at_ms + 1'],
    ['digest', 'set_byte(digest, 3, get_byte(digest, 3) # 1)'],
    ['hash', 'set_byte(hash, 3, get_byte(hash, 3) # 1)'],
    ['content', 'set_byte(content, 20, get_byte(content, 20) # 1)'],
  ])('[HI6] [RV1] names the entry of which %s was altered, and cannot be shown', async (column, value) => {
    const runner = on.api.owner.createQueryRunner()
    try {
      await runner.query('CREATE TABLE kept AS SELECT * FROM entry WHERE log_id = $1', [log])
      await runner.query('SET session_replication_role = replica')
      await runner.query(`UPDATE entry SET ${column} = ${value} WHERE log_id = $1 AND seq = 2`, [log])
      expect((await verified())?.flaw?.seq).toBe(2)
      expect((await on.ask('supervisor', on.review)).json).toMatchObject({ code: 'plan-unreadable' })
    } finally {
      await runner.query('DELETE FROM entry WHERE log_id = $1', [log])
      await runner.query('INSERT INTO entry SELECT * FROM kept')
      await runner.query('DROP TABLE kept')
      await runner.query('SET session_replication_role = DEFAULT')
      await runner.release()
    }
  })

  it('[HI5] no word of it lies open in the database', async () => {
    const rows: { found: boolean }[] = await on.api.owner.query(
      `SELECT bool_or(position('Look here'::bytea IN content) > 0) AS found FROM entry WHERE log_id = $1`,
      [log],
    )
    expect(rows).toEqual([{ found: false }])
  })
})

describe('what a clinic asks of a review', () => {
  const path = '/api/clinic/review-checklist'
  const put = (who: 'supervisor' | 'practitioner' | 'administrator' | 'client', body: unknown) =>
    on.ask(who, path, body, 'PUT')

  it('[RV12] is read and edited by supervisors and administrators, version by version', async () => {
    const usual = (await on.ask('supervisor', path)).json as ReviewView['checklist']
    expect([usual.version, usual.items.length]).toEqual([0, 3])
    for (const who of ['practitioner', 'client'] as const) {
      expect((await on.ask(who, path)).status).toBe(403)
      expect((await put(who, { over: 0, items: ['Mine'] })).status).toBe(403)
    }
    expect((await put('administrator', { over: 0, items: ['In their words'] })).json).toEqual({
      version: 1,
      items: ['In their words'],
    })
    expect((await put('supervisor', { over: 0, items: ['Lost'] })).json).toMatchObject({
      code: 'words-changed',
    })
    expect((await put('supervisor', { over: 1, items: ['In their words', 'Ending begun'] })).status).toBe(200)
    for (const items of [[' '], ['a'.repeat(201)], Array(21).fill('a'), ['two\nlines']])
      expect((await put('supervisor', { over: 2, items })).status).toBe(400)
  })

  it('[RV12] is signed in its present words, which the signature keeps', async () => {
    await on.open('supervisor')
    const { plan, hash, seq } = await on.placeOf(4)
    const sign = (items: readonly string[]) =>
      on.act('supervisor', {
        kind: 'review.sign',
        plan,
        from: 1,
        upTo: { seq, hash },
        checklist: { version: 2, items: items.map((text) => ({ text, done: true })) },
        concerns: 'The ending',
      })
    expect((await sign(['Other words'])).json).toMatchObject({ code: 'words-changed' })
    expect((await sign(['In their words', 'Ending begun'])).status).toBe(200)
    await put('supervisor', { over: 2, items: [] })
    const { signatures, checklist } = await on.view('practitioner')
    expect([signatures[0]?.checklist?.items.length, checklist.items.length]).toEqual([2, 0])
  })

  it('[RV4] ids are new ones', async () => {
    const thread = { kind: 'review.resolve', thread: threads[1], id: '018f0000-0000-4000-8000-000000000001' }
    expect((await on.act('supervisor', thread)).status).toBe(400)
  })
})
