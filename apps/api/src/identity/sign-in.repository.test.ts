import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClinicId } from '@accord/domain/ids'
import type { DataSource, EntityManager } from 'typeorm'
import { createClinic } from '../../test/live/clinic.js'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { ownerDataSource } from '../database/data-source.js'

const PEOPLE = 600
const OPEN_SOCKETS = 200
const TABLES = ['sign_in', 'membership', 'person', 'clinic']

let database: TestDatabase
let owner: DataSource

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await ownerDataSource(database.databaseUrl).initialize()
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
})

/** So many people of one clinic, each signed in; PostgreSQL has not counted them yet. */
async function signInEverybody(manager: EntityManager, clinic: ClinicId): Promise<void> {
  const asked = [clinic, PEOPLE]
  await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [clinic])
  await manager.query(
    `WITH they AS (
       INSERT INTO person (person_id, email, name)
       SELECT gen_random_uuid(), format('%s-%s@example.org', n, $1::text), 'Somebody' FROM generate_series(1, $2::integer) AS n
       RETURNING person_id),
     members AS (
       INSERT INTO membership (clinic_id, person_id, roles) SELECT $1::text::uuid, person_id, '{}' FROM they RETURNING person_id)
     INSERT INTO sign_in (sign_in_id, clinic_id, person_id, audience, token_hash, created_at, seen_at, expires_at, device, address)
     SELECT gen_random_uuid(), $1::text::uuid, person_id, 'portal', sha256(person_id::text::bytea), now(), now(), now(), '', ''
     FROM members`,
    asked,
  )
}

/** Rows of each table that this transaction has read so far. */
async function rowsRead(manager: EntityManager): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.query<{ relname: string; read: number }[]>(
    `SELECT relname, (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer AS read
     FROM pg_stat_xact_user_tables WHERE relname = ANY ($1)`,
    [TABLES],
  )
  return new Map(rows.map(({ relname, read }) => [relname, read]))
}

describe('sign-ins that are looked up together', () => {
  it('[S2] are found one by one, however many people the clinic has, also where it was small a moment ago', async () => {
    const { clinic } = await createClinic(owner)
    await owner.query('ANALYZE')
    await owner.transaction(async (manager) => {
      // While they are few, often enough for a plan to be kept.
      for (let time = 0; time < 10; time++) await manager.query('SELECT * FROM find_sign_ins($1)', [[]])
      await signInEverybody(manager, clinic)
      const [asked] = await manager.query<{ hashes: Buffer[] }[]>(
        'SELECT array_agg(token_hash) AS hashes FROM (SELECT token_hash FROM sign_in WHERE clinic_id = $1 LIMIT $2) AS open',
        [clinic, OPEN_SOCKETS],
      )
      for (let time = 0; time < 10; time++) {
        const before = await rowsRead(manager)
        const found = await manager.query<unknown[]>('SELECT * FROM find_sign_ins($1)', [asked?.hashes])
        expect(found).toHaveLength(OPEN_SOCKETS)
        const after = await rowsRead(manager)
        for (const table of TABLES) {
          const read = (after.get(table) ?? 0) - (before.get(table) ?? 0)
          expect([table, read <= OPEN_SOCKETS]).toEqual([table, true])
        }
      }
    })
  })
})
