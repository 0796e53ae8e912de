import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { Flaw } from '@accord/domain/history/verify'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse } from '../../test/people.js'
import { verifyDatabase } from './verify-database.js'
import type { VerifiedLog } from './verify-log.js'

let api: TestApi
let plan: LogId

beforeAll(async () => {
  api = await startTestApi()
  const house = await aHouse(api)
  plan = await planOf(api, house)
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client)
  for (const words of ['slept ', 'by ', 'eleven']) {
    type(client, place, client.text(place).length, words)
    await client.saved()
  }
  client.close()
}, 30_000)

afterAll(async () => {
  await api.stop()
})

async function verified(): Promise<readonly VerifiedLog[]> {
  const results: VerifiedLog[] = []
  await verifyDatabase(api.config, (result) => results.push(result))
  return results
}

/** What somebody with all rights over the database does, and takes back again. */
async function tampered(sql: string): Promise<Flaw | null | undefined> {
  const runner = api.owner.createQueryRunner()
  try {
    await runner.query('CREATE TABLE kept AS SELECT * FROM entry')
    await runner.query(`SET session_replication_role = replica`)
    await runner.query(sql, [plan])
    const flaws = await verified()
    expect(flaws.filter(({ log, flaw }) => log !== plan && flaw)).toEqual([])
    return flaws.find(({ log }) => log === plan)?.flaw
  } finally {
    await runner.query('DELETE FROM entry')
    await runner.query('INSERT INTO entry SELECT * FROM kept')
    await runner.query('DROP TABLE kept')
    await runner.query(`SET session_replication_role = DEFAULT`)
    await runner.release()
  }
}

const flipped = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`
const ANOTHER = `'018f0000-0000-7000-8000-0000000000ff'`

describe('the verifier', () => {
  it('[HI6] finds that every log holds', async () => {
    const results = await verified()
    expect(results.map(({ flaw }) => flaw)).toEqual([null, null])
    expect(results.find(({ log }) => log === plan)?.entries).toBe(6)
  })

  it.each([
    ['clinic_id', ANOTHER],
    ['seq', '40'],
    ['prev_hash', flipped('prev_hash')],
    ['hash', flipped('hash')],
    ['epoch', '2'],
    ['kind', `'goal.add'`],
    ['client_id', ANOTHER],
    ['op', '77'],
    ['connection_id', ANOTHER],
    ['author_id', ANOTHER],
    ['relation', `'practitioner'`],
    ['session_id', ANOTHER],
    ['at_ms', 'at_ms + 1'],
    ['key_version', '2'],
    ['digest', flipped('digest')],
    ['content', flipped('content')],
  ])('[HI6] names the entry of which %s was altered', async (column, value) => {
    const flaw = await tampered(`UPDATE entry SET ${column} = ${value} WHERE log_id = $1 AND seq = 4`)
    expect(flaw?.seq).toBe(4)
  })

  it.each([
    ['removed', 'DELETE FROM entry WHERE log_id = $1 AND seq = 4', 4],
    ['cut off', 'DELETE FROM entry WHERE log_id = $1 AND seq >= 5', 5],
    ['emptied', 'UPDATE entry SET content = NULL WHERE log_id = $1 AND seq = 4', 4],
  ])('[HI6] names the entry that was %s', async (_what, sql, seq) => {
    expect((await tampered(sql))?.seq).toBe(seq)
  })

  it('[HI6] holds again when everything is as it was', async () => {
    expect((await verified()).map(({ flaw }) => flaw)).toEqual([null, null])
  })
})
