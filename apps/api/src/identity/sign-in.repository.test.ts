import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ClinicId } from '@accord/domain/ids'
import type { DataSource, EntityManager } from 'typeorm'
import { createClinic } from '../../test/live/clinic.js'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { appDataSource, ownerDataSource } from '../database/data-source.js'
import { SignInRepository } from './sign-in.repository.js'

const PEOPLE = 600
const OPEN_SOCKETS = 200
const TABLES = ['sign_in', 'membership', 'person', 'clinic']

let database: TestDatabase
let owner: DataSource
let app: DataSource

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await ownerDataSource(database.databaseUrl).initialize()
  app = await appDataSource(database).initialize()
})
afterAll(async () => {
  await app.destroy()
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

describe('signs of life', () => {
  interface Seen {
    readonly sign_in_id: string
    readonly seen_at: Date
    readonly xmin: string
  }

  async function aClinicSignedIn(): Promise<{ clinic: ClinicId; seen: () => Promise<readonly Seen[]> }> {
    const { clinic } = await createClinic(owner)
    await owner.transaction((manager) => signInEverybody(manager, clinic))
    const seen = () =>
      owner.transaction(async (manager) => {
        await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [clinic])
        return manager.query<Seen[]>(
          'SELECT sign_in_id, seen_at, xmin::text FROM sign_in WHERE clinic_id = $1 ORDER BY sign_in_id LIMIT 50',
          [clinic],
        )
      })
    return { clinic, seen }
  }

  it('[ID3] of many are noted in one transaction, forward only, and none of a sign-in that has ended', async () => {
    const { clinic, seen } = await aClinicSignedIn()
    const repository = new SignInRepository(app, new ClinicTransactions(app))
    const before = await seen()
    const minute = (of: Seen | undefined, by: number) => new Date((of?.seen_at.getTime() ?? 0) + by * 60_000)
    const [first, ended, ...others] = before
    await repository.end(clinic, ended?.sign_in_id ?? '', minute(ended, 1))
    await Promise.all([
      repository.seen(clinic, first?.sign_in_id ?? '', minute(first, -1)),
      ...[ended, ...others].map((one) => repository.seen(clinic, one?.sign_in_id ?? '', minute(one, 2))),
    ])
    const [firstAfter, endedAfter, ...after] = await seen()
    expect([firstAfter?.seen_at, endedAfter?.seen_at]).toEqual([first?.seen_at, ended?.seen_at])
    expect(after.map(({ seen_at }) => seen_at)).toEqual(others.map((one) => minute(one, 2)))
    expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1)
  })

  it('[ID3] wait for nobody who is changing a sign-in', async () => {
    const { clinic, seen } = await aClinicSignedIn()
    const repository = new SignInRepository(app, new ClinicTransactions(app))
    const [held, free] = await seen()
    await owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('accord.clinics', $1, true)`, [clinic])
      await manager.query('SELECT 1 FROM sign_in WHERE sign_in_id = $1 FOR UPDATE', [held?.sign_in_id])
      const at = new Date((free?.seen_at.getTime() ?? 0) + 60_000)
      await Promise.all([held, free].map((one) => repository.seen(clinic, one?.sign_in_id ?? '', at)))
      const [, after] = await seen()
      expect(after?.seen_at).toEqual(at)
    })
  })
})
