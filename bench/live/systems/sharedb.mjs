import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from '../server-process.mjs'

/** @import { System } from './system.mjs' */

const require = createRequire(import.meta.url)

/** @type {System} */
export const sharedb = {
  name: 'sharedb',
  label: 'ShareDB 7',
  furnish: async ({ database, ports: [port] }, plans) => {
    const tables = path.join(path.dirname(require.resolve('sharedb-postgres')), 'structure.sql')
    await database.query(readFileSync(tables, 'utf8'))
    await database.query(FIRST_STATES, [plans])
    return Array.from({ length: plans * 2 }, (_, index) => {
      const plan = Math.floor(index / 2)
      return { plan, side: index % 2, address: `ws://127.0.0.1:${port}`, document: `plan-${plan}` }
    })
  },
  start: ({ url, ports: [port] }) => {
    const entry = fileURLToPath(new URL('../servers/sharedb.mjs', import.meta.url))
    return startServer(entry, { DATABASE_URL: url, PORT: String(port) })
  },
  stored: async ({ database }) => {
    const { rows } = await database.query(
      `SELECT operation->>'src' AS key, count(*)::integer AS mark FROM ops WHERE operation ? 'op' GROUP BY 1`,
    )
    return new Map(rows.map(({ key, mark }) => [key, mark]))
  },
}

/** Every document's creation, as its own client would have sent it. */
const FIRST_STATES = `
WITH made AS (SELECT 'plan-' || number AS doc_id FROM generate_series(0, $1::integer - 1) AS number),
first_ops AS (
  INSERT INTO ops (collection, doc_id, version, operation)
  SELECT 'plans', doc_id, 1, '{"v": 0, "seq": 1, "src": "bench",
    "create": {"type": "http://sharejs.org/types/JSONv0", "data": {"statement": ""}}}' FROM made)
INSERT INTO snapshots (collection, doc_id, doc_type, version, data)
SELECT 'plans', doc_id, 'http://sharejs.org/types/JSONv0', 1, '{"statement": ""}' FROM made
`
