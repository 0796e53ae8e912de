/** A table that loses what it holds of a case when the case is erased. (ER4) */
export interface ErasedTable {
  readonly table: string
  /** Which rows, by \`kase\`, the case's id. SQL of a migration, never of anybody's asking. */
  readonly rows: string
  /** Tables that refer to others go before them: 1 first, 9 last. */
  readonly turn: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
  /** The column that is emptied in a row that has to stay; without it the row is deleted. */
  readonly emptied?: string
  /** The column with the ids of keys that these rows have to themselves, which are destroyed first. */
  readonly keys?: string
}

/**
 * SQL by which a migration puts tables in the way of the erasing: accord_eraser may read and delete their rows, whatever
 * else keeps people from them, and erasing a case goes through them. A table's later migration says so again. (ER4)
 */
export function eraseWithCase(tables: readonly ErasedTable[]): string {
  return ['GRANT CREATE ON SCHEMA public TO accord_eraser;', ...tables.map(erased), LOCKED].join('\n')
}

const LOCKED = 'REVOKE CREATE ON SCHEMA public FROM accord_eraser;'

function erased({ table, rows, turn, emptied, keys }: ErasedTable): string {
  const doing = emptied === undefined ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${emptied} = ''`
  return `
GRANT SELECT, ${emptied === undefined ? 'DELETE' : `UPDATE (${emptied})`} ON ${table} TO accord_eraser;
${letTheEraserIn(table)}
${part(`erase_of_${turn}_${table}`, 'void', `${doing} WHERE ${rows}`)}
${keys === undefined ? '' : part(`erase_keys_of_${table}`, 'SETOF uuid', `SELECT ${keys} FROM ${table} WHERE ${rows}`)}`
}

/**
 * SQL by which a migration says anew what goes with a person: rows of these tables, all letters but the last one, and
 * who they were. (ER9, ER11)
 */
export function forgetWithPerson(tables: readonly string[]): string {
  const asTheEraser = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`
  return `
GRANT CREATE ON SCHEMA public TO accord_eraser;
SET LOCAL ROLE accord_eraser;
CREATE OR REPLACE FUNCTION forget_person(of_clinic uuid, who uuid, at timestamptz) RETURNS void ${asTheEraser} AS $$
BEGIN
${tables.map((table) => `  DELETE FROM ${table} WHERE clinic_id = of_clinic AND person_id = who;`).join('\n')}
  DELETE FROM mail WHERE clinic_id = of_clinic AND person_id = who AND kind <> 'farewell';
  IF NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = who AND m.clinic_id <> of_clinic
    AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.clinic_id = m.clinic_id AND e.subject_id = who)) THEN
    UPDATE person SET email = who || '@erased.invalid', name = '—', password_hash = NULL, disabled_at = at
      WHERE person_id = who;
  END IF;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM accord_eraser;`
}

/** Tables whose rows a person has to themselves. */
export const OF_A_PERSON = [
  'client_profile',
  'code_app',
  'known_device',
  'passkey',
  'plan_seen',
  'queue_settings',
  'recovery_code',
  'sign_in',
  'welcome_link',
] as const

/** Found by its name and owner when a case is erased. */
function part(name: string, returns: string, sql: string): string {
  return `
CREATE OR REPLACE FUNCTION ${name}(kase uuid) RETURNS ${returns}
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $erased$ ${sql} $erased$;
REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;
ALTER FUNCTION ${name} OWNER TO accord_eraser;`
}

/**
 * Who of a clinic sees or changes a row is a question about people who ask: the application's role alone. What is asked of
 * an insertion stays asked of everybody.
 */
export function letTheEraserIn(table: string): string {
  return `
DROP POLICY IF EXISTS erased_by_eraser ON ${table};
CREATE POLICY erased_by_eraser ON ${table} TO accord_eraser USING (true) WITH CHECK (true);
DO $$
DECLARE policy text;
BEGIN
  FOR policy IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}'
    AND permissive = 'RESTRICTIVE' AND cmd <> 'INSERT' AND 'public' = ANY (roles)
  LOOP
    EXECUTE format('ALTER POLICY %I ON ${table} TO accord_app', policy);
  END LOOP;
END $$;`
}
