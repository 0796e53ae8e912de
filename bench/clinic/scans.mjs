import pg from 'pg'
import { DataSource } from 'typeorm'
import { figure } from '../figures.mjs'

/** @typedef {{ sql: string, parameters: any[] }} Statement */

/** Tables that grow for ever, or with every case. */
const BIG = new Set([
  ...['entry', 'log', 'log_head', 'plan_checkpoint', 'access_event', 'session', 'session_step'],
  ...['check_in', 'check_in_version', 'clinic_case', 'case_party', 'person'],
])

/**
 * What a page asks of PostgreSQL, and by which indexes it is found: its own statements, run again under EXPLAIN by the
 * application's role, under row-level security, in the names of whoever reads. A whole table read is said loudly.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {string} label
 * @param {{ clinic: string, person: string }} reader
 * @param {() => Promise<unknown>} read
 */
export async function scans(context, label, { clinic, person }, read) {
  const database = context.get(DataSource)
  // Once unheard: what is folded the first time is kept.
  await read()
  const statements = await heardOf(read)
  /** @type {Map<string, { indexes: Set<string>, rows: number }>} */
  const tables = new Map()
  let time = 0
  await database.transaction(async (manager) => {
    await manager.query(
      "SELECT set_config('accord.clinics', $1, true), set_config('accord.people', $2, true)",
      [clinic, person],
    )
    for (const { sql, parameters } of statements) {
      const [answer] = await manager.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, parameters)
      const [{ Plan: plan, 'Execution Time': took }] = answer['QUERY PLAN']
      time += took
      for (const node of nodesOf(plan)) note(tables, node)
    }
  })
  return [
    figure(
      `${label}: statements, and their time in PostgreSQL`,
      time,
      'ms',
      `${statements.length} statements`,
    ),
    ...[...tables].map(([table, { indexes, rows }]) => {
      return figure(`${label}: rows read of ${table}`, rows, 'rows', [...indexes].join(', '))
    }),
  ]
}

/**
 * What is asked of PostgreSQL meanwhile, at the driver, so that nothing is left out.
 *
 * @param {() => Promise<unknown>} read
 * @returns {Promise<Statement[]>}
 */
async function heardOf(read) {
  /** @type {Statement[]} */
  const statements = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = /** @type {any} */ (
    function (/** @type {any} */ asked, /** @type {any} */ ...rest) {
      const [sql, parameters] = typeof asked === 'string' ? [asked, rest[0]] : [asked.text, asked.values]
      if (/^\s*(SELECT|WITH)\b/.test(sql) && !sql.includes('set_config')) {
        statements.push({ sql, parameters: Array.isArray(parameters) ? parameters : [] })
      }
      return Reflect.apply(query, this, [asked, ...rest])
    }
  )
  await read()
  pg.Client.prototype.query = query
  return statements
}

/**
 * @param {Map<string, { indexes: Set<string>, rows: number }>} tables
 * @param {any} node
 */
function note(tables, node) {
  const table = node['Relation Name']
  if (!BIG.has(table)) return
  const known = tables.get(table) ?? { indexes: new Set(), rows: 0 }
  known.indexes.add(
    node['Index Name'] ?? (node['Node Type'] === 'Seq Scan' ? 'WHOLE TABLE' : node['Node Type']),
  )
  known.rows += node['Actual Rows'] * node['Actual Loops']
  tables.set(table, known)
}

/**
 * @param {any} node
 * @returns {any[]}
 */
function nodesOf(node) {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
