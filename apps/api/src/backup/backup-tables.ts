import type { Client } from 'pg'
import pg from 'pg'

/** A table with the columns that are stored. */
export interface BackupTable {
  readonly table: string
  readonly columns: readonly string[]
}

/**
 * Who is signed in where is not kept: a restored database must not let in whoever was shown the door since. (BR7)
 * `migrations` is filled by the migrations themselves.
 */
const LEFT_OUT = ['migrations', 'sign_in']

/** Every table of the database, those that others refer to first. */
export async function tablesInOrder(client: Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; needs: string[] }>(
    `SELECT c.relname AS table,
       array(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY a.attnum) AS columns,
       array(SELECT DISTINCT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
         WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND c.relname <> ALL ($1) ORDER BY c.relname`,
    [LEFT_OUT],
  )
  const ordered: BackupTable[] = []
  const done = new Set<string>(LEFT_OUT)
  for (let left = rows; left.length > 0;) {
    const ready = left.filter(({ needs }) => needs.every((name) => done.has(name)))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const { table, columns } of ready) {
      ordered.push({ table, columns })
      done.add(table)
    }
    left = left.filter(({ table }) => !done.has(table))
  }
  return ordered
}

export function namesOf({ table, columns }: BackupTable): string {
  return `${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`
}

/** Tables of which the owner, too, sees only what a policy shows. */
export async function forcedTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
     AND relkind = 'r' AND relforcerowsecurity ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Whether the owner sees every row anyhow, as a superuser does. */
export async function seesEveryRow(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ sees: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS sees FROM pg_roles WHERE rolname = current_user',
  )
  return rows[0]?.sees === true
}

/** Lets the owner see every row of these tables, or no longer. It changes nothing for the application's role. */
export async function setForced(client: Client, tables: readonly string[], isForced: boolean): Promise<void> {
  for (const name of tables) {
    await client.query(
      `ALTER TABLE ${pg.escapeIdentifier(name)} ${isForced ? 'FORCE' : 'NO FORCE'} ROW LEVEL SECURITY`,
    )
  }
}
