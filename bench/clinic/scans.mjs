import { figure } from '../figures.mjs'

/** @import { Place } from '../live/systems/system.mjs' */
/** @import { OpenedPlan } from './open-clinic.mjs' */

/** What reading pages asks of the tables that grow for ever, as the repositories ask it. */
const QUESTIONS = {
  'entries after a state': 'SELECT * FROM entry WHERE log_id = $1 AND seq > 400 ORDER BY seq LIMIT 1000',
  'one entry': 'SELECT * FROM entry WHERE log_id = $1 AND seq = 470',
  'latest state':
    'SELECT * FROM plan_checkpoint WHERE log_id = $1 AND seq <= 1000000 ORDER BY seq DESC LIMIT 1',
  'last operation of a tab':
    'SELECT op FROM entry WHERE log_id = $1 AND client_id = $1 ORDER BY op DESC LIMIT 1',
  'entries seen by a time':
    'SELECT seq FROM entry WHERE log_id = $1 AND at_ms <= 1 ORDER BY seq DESC LIMIT 1',
  'looks at a case': 'SELECT max(at) FROM access_event WHERE case_id = $1',
  'alerts of a log': 'SELECT * FROM alert WHERE log_id = $1',
}

/**
 * How PostgreSQL finds what pages ask for: by which index. A whole table read is said loudly.
 *
 * @param {Place} place
 * @param {{ cases: OpenedPlan[] }} furnished
 */
export async function scans({ database }, { cases }) {
  const figures = []
  for (const [label, sql] of Object.entries(QUESTIONS)) {
    const { rows } = await database.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [cases[1]?.log])
    const [{ Plan: plan, 'Execution Time': time }] = rows[0]['QUERY PLAN']
    const found = nodesOf(plan).map((node) => node['Index Name'] ?? (node['Relation Name'] && 'WHOLE TABLE'))
    figures.push(figure(`EXPLAIN: ${label}`, time, 'ms', found.filter(Boolean).join(', ')))
  }
  return figures
}

/**
 * @param {any} node
 * @returns {any[]}
 */
function nodesOf(node) {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
