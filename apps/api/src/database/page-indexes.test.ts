import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aSupervisedHouse, seatOf, type SupervisedHouse } from '../../test/supervision.js'
import { ClinicTransactions } from './clinic-transactions.js'

/** What of a plan of PostgreSQL's is looked at. */
interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Node[]
}

/** Tables that grow with every keystroke, look or session of the clinic. */
const GROWING = [
  ...['entry', 'log_head', 'plan_checkpoint', 'access_event', 'alert'],
  ...['session', 'session_step', 'check_in', 'check_in_version', 'look_question'],
]

let api: TestApi
let house: SupervisedHouse

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aSupervisedHouse(api)
})
afterAll(() => api.stop())

/** Everything that is asked of PostgreSQL while something is done, as the driver is given it. */
async function askedWhile(act: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = []
  const driver = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')
  if (!driver) throw new Error('the driver asks in another way')
  const query = driver.value as (...given: unknown[]) => unknown
  const noted = function (this: unknown, ...given: unknown[]): unknown {
    const [first] = given as [string | { text: string }]
    const sql = typeof first === 'string' ? first : first.text
    if (/^\s*(SELECT|WITH)\b/.test(sql) && !sql.includes('set_config')) asked.push(sql)
    return Reflect.apply(query, this, given)
  }
  Object.defineProperty(pg.Client.prototype, 'query', { ...driver, value: noted })
  try {
    await act()
  } finally {
    Object.defineProperty(pg.Client.prototype, 'query', driver)
  }
  return asked
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** A table or an index that is read from one end to the other. */
function isWhole(node: Node): boolean {
  const type = node['Node Type']
  if (type === 'Seq Scan') return true
  return (type.includes('Index') && node['Index Cond'] === undefined) || type === 'Tid Scan'
}

/** What of the growing tables a page reads as a whole: nothing but what no index leads to, so few are the rows here. */
async function readWhole(person: PersonId, asked: readonly string[]): Promise<readonly string[]> {
  const transactions = new ClinicTransactions(api.app.get(DataSource))
  return transactions.run(
    [house.clinic satisfies ClinicId],
    async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off')
      const found: string[] = []
      for (const sql of asked) {
        // As it is answered, whoever asks: without looking at what for.
        const [row] = await manager.query<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(
          `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql}`,
        )
        for (const node of row ? nodesOf(row['QUERY PLAN'][0].Plan) : []) {
          const table = node['Relation Name']
          if (table && GROWING.includes(table) && isWhole(node)) found.push(`${table}: ${sql}`)
        }
      }
      return found
    },
    [person],
  )
}

describe('pages over many cases', () => {
  it.each([
    ['[AT14] Today', '/api/attention', () => house.practitioner],
    ['[SQ21] a queue', '/api/supervision/queue', () => house.supervisor],
    ['[AT14] a list of cases', '/api/cases', () => house.practitioner],
  ])(
    '%s reads no table that grows from end to end, and asks no more for more cases',
    async (_what, page, who) => {
      const seat = await seatOf(api, 'console', who(), house)
      // Once unheard: what is folded the first time is kept.
      for (const heard of [false, true]) {
        const asked = await askedWhile(() => seat.ask(page))
        expect(asked.length).toBeGreaterThan(3)
        expect(asked.length).toBeLessThan(40)
        expect(await readWhole(who(), asked)).toEqual([])
        if (heard) {
          expect(asked).toHaveLength(new Set(asked).size + repeated(asked))
        }
      }
    },
  )
})

/** Statements that are asked once for plans and once for reviews, or for several things on the way. */
function repeated(each: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const sql of each) counts.set(sql, (counts.get(sql) ?? 0) + 1)
  for (const count of counts.values()) expect(count).toBeLessThanOrEqual(3)
  return each.length - counts.size
}
