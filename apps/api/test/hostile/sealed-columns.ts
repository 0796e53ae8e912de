import { readFileSync } from 'node:fs'
import type { DataSource } from 'typeorm'

/** What a sealed column holds that is no word of anybody's: by what it is known, once a key opened it. */
export const MARKS: Readonly<Record<string, RegExp>> = {
  'questionnaire_answer.content': /"answers":\{"9":1/,
  'safety_alert.content': /"instrument":"phq-9"/,
}

const HASH = 'a hash: of a row, a text or a link, and no words'
const SECRET = 'how somebody signs in: goes with the person (ER9)'
const PERSON = 'of a person and no case: goes with the person (ER9)'

/** Columns of bytes that hold nothing of a case that anybody said, and why. Whatever isn't here has to hold a planted word. */
export const WORDLESS: Readonly<Record<string, string>> = {
  'audit_event.hash': HASH,
  'audit_event.prev_hash': HASH,
  'audit_head.hash': HASH,
  'challenge_used.mark': HASH,
  'client_death.reason': PERSON,
  'code_app.secret': SECRET,
  'consent.text_hash': HASH,
  'consent_text.hash': HASH,
  'entry.digest': HASH,
  'entry.hash': HASH,
  'entry.prev_hash': HASH,
  'known_device.token_hash': HASH,
  'log_head.hash': HASH,
  'mail.link': SECRET,
  'mail.parcel': PERSON,
  'meeting_signature.hash': HASH,
  'meeting_version.hash': HASH,
  'passkey.credential_id': SECRET,
  'passkey.public_key': SECRET,
  'recovery_code.mark': HASH,
  'reset_code.code': SECRET,
  'set_up_link.token_hash': HASH,
  'sign_in.token_hash': HASH,
  'welcome_link.code_mark': HASH,
  'welcome_link.proven_mark': HASH,
  'welcome_link.token_hash': HASH,
}

/** Every column of the database that holds bytes, by the catalogue. */
export async function columnsOfBytes(owner: DataSource): Promise<readonly string[]> {
  const columns: { name: string }[] = await owner.query(
    `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
     JOIN pg_tables t ON t.schemaname = c.table_schema AND t.tablename = c.table_name
     WHERE c.table_schema = 'public' AND c.data_type = 'bytea' ORDER BY 1`,
  )
  return columns.map(({ name }) => name)
}

const PAGE = new URL('../../../../docs/spec/erasure.md', import.meta.url)

/** The tables that a part of the inventory names, in its first column. (ER4) */
export function inventory(heading: string): readonly string[] {
  const [, part = ''] = readFileSync(PAGE, 'utf8').split(`### ${heading}`)
  const lines = (part.split('\n#')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  return lines.flatMap((line) =>
    [...(line.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  )
}

export const REMOVED = 'Erased with the case: the rows are removed'

/** How many rows each of these tables has. */
export async function rowsIn(
  owner: DataSource,
  tables: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const sql = tables.map((name) => `SELECT '${name}' AS name, count(*)::int AS count FROM "${name}"`)
  const rows: { name: string; count: number }[] = await owner.query(sql.join(' UNION ALL '))
  return new Map(rows.map(({ name, count }) => [name, count]))
}
