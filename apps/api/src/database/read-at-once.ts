import { hash } from 'node:crypto'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ClientBase, QueryResult, QueryResultRow } from 'pg'
import type { DataSource } from 'typeorm'

/** In whose names a transaction reads. */
export interface Names {
  readonly clinics: readonly ClinicId[]
  readonly people: readonly PersonId[]
}

/** A statement that only reads. */
export interface ReadingStatement {
  readonly sql: string
  readonly parameters: unknown[]
}

/** The settings end with the transaction. */
export const IN_THESE_NAMES = `SELECT set_config('accord.clinics', $1, true), set_config('accord.people', $2, true)`

/**
 * What is asked here has a name and is asked again: PostgreSQL plans it once a connection and not for each asker, which took
 * most of its time behind row-level security. (decision 0015)
 */
const PLANNED_ONCE = `${IN_THESE_NAMES}, set_config('plan_cache_mode', 'force_generic_plan', true)`

export function namesAsValues({ clinics, people }: Names): string[] {
  return [clinics.join(','), people.join(',')]
}

/**
 * Asks in one transaction, all of it sent at once and answered in turn: what would be four journeys is one. PostgreSQL itself
 * refuses a statement that writes there, so that the end of the transaction decides nothing, and the rows are given out before
 * it has come back. Nobody else is given the connection until then. Whatever fails first fails the rest.
 *
 * @returns the rows of each
 */
export async function readAtOnce(
  database: DataSource,
  names: Names,
  statements: readonly ReadingStatement[],
): Promise<readonly unknown[]> {
  const runner = database.createQueryRunner()
  let over: Promise<unknown> = Promise.resolve()
  try {
    const client = (await runner.connect()) as ClientBase
    const begun = client.query('BEGIN READ ONLY')
    const named = ask(client, { sql: PLANNED_ONCE, parameters: namesAsValues(names) })
    const asked = statements.map((statement) => ask(client, statement))
    over = client.query('COMMIT')
    const [, , ...answers] = await Promise.all([begun, named, ...asked])
    return answers.map(({ rows }) => rows)
  } finally {
    // A connection that breaks has been taken out of the pool by then.
    void over.catch(() => undefined).then(() => runner.release())
  }
}

function ask(
  client: ClientBase,
  { sql, parameters }: ReadingStatement,
): Promise<QueryResult<QueryResultRow>> {
  return client.query<QueryResultRow>({ name: nameOf(sql), text: sql, values: parameters })
}

const known = new Map<string, string>()

/**
 * The name by which PostgreSQL knows a statement, once it was asked on a connection: behind row-level security planning one
 * takes longer than answering it.
 */
function nameOf(sql: string): string {
  const before = known.get(sql)
  if (before !== undefined) return before
  const name = `ask ${hash('sha256', sql).slice(0, 32)}`
  known.set(sql, name)
  return name
}
