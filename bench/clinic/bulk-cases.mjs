import { newUuid } from '../../apps/api/dist/history/new-uuid.js'
import { chainStart } from '../../packages/domain/dist/history/verify.js'
import { KeyStore } from '../../apps/api/dist/history/key-store.js'
import { sha256 } from '../../apps/api/dist/history/sealing.js'

/** @import { Pool } from 'pg' */

/**
 * @typedef {object} BulkCase a case of the clinic, its people and the log of its plan
 * @property {any} clinic
 * @property {any} case
 * @property {any} log
 * @property {any} practitioner
 * @property {any} client
 * @property {any} administrator
 * @property {number} openedAt in ms
 */

const DAY = 86_400_000

/** Cases that one practitioner has. */
const CASES_EACH = 30

/**
 * Makes people, cases and empty logs with their keys, a table at a time.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database as its owner
 * @param {{ clinic: any, administrator: any }} clinic
 * @param {number} count
 * @returns {Promise<BulkCase[]>}
 */
export async function bulkCases(context, database, { clinic, administrator }, count) {
  const now = Date.now()
  const practitioners = Array.from({ length: Math.ceil(count / CASES_EACH) }, () => newUuid(now))
  const cases = Array.from({ length: count }, (_, number) => ({
    ...{ clinic, administrator, case: newUuid(now), log: newUuid(now), client: newUuid(now) },
    practitioner: practitioners[Math.floor(number / CASES_EACH)],
    openedAt: now - (200 + (number % 150)) * DAY,
  }))
  await database.query(PEOPLE, [clinic, practitioners, ['practitioner']])
  await database.query(PEOPLE, [clinic, cases.map(({ client }) => client), []])
  await database.query(CASES, [
    clinic,
    cases.map((one) => one.case),
    cases.map(({ openedAt }) => openedAt),
    cases.map(({ practitioner }) => practitioner),
    cases.map(({ client }) => client),
    cases.map(({ log }) => log),
    cases.map(({ log }) => chainStart(/** @type {any} */ (log), sha256).hash),
  ])
  for (const { log } of cases) context.get(KeyStore).create(/** @type {any} */ (log))
  return cases
}

const PEOPLE = `
WITH made AS (INSERT INTO person (person_id, email, name)
  SELECT id, id || '@example.org', 'Somebody' FROM unnest($2::uuid[]) AS id)
INSERT INTO membership (clinic_id, person_id, roles) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id`

const CASES = `
WITH wanted AS (SELECT case_id, to_timestamp(opened / 1000) AS opened, practitioner, client, log_id, hash
  FROM unnest($2::uuid[], $3::float8[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bytea[])
    AS w (case_id, opened, practitioner, client, log_id, hash)),
opened AS (INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at)
  SELECT case_id, $1, 'counselling', opened FROM wanted),
joined AS (INSERT INTO case_party (clinic_id, case_id, person_id, relation, since)
  SELECT $1, case_id, practitioner, 'practitioner', opened FROM wanted
  UNION ALL SELECT $1, case_id, client, 'client', opened FROM wanted),
logs AS (INSERT INTO log (log_id, clinic_id, case_id, audience, created_at)
  SELECT log_id, $1, case_id, 'plan', opened FROM wanted)
INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) SELECT log_id, $1, 0, hash, 0, 1 FROM wanted`
