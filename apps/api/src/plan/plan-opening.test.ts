import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'
import { createClinic, type TestClinic } from '../../test/live/clinic.js'
import { createTestDatabase, type TestDatabase } from '../../test/live/database.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { appDataSource, ownerDataSource } from '../database/data-source.js'
import { sqlStateOf } from '../database/failures.js'
import { EntryRepository } from '../history/entry.repository.js'
import { HistoryService } from '../history/history.service.js'
import { KeyStore } from '../history/key-store.js'
import { CheckpointRepository } from './checkpoint.repository.js'
import { OpenPlans } from './open-plans.js'
import { PartyEntries } from './party-entries.js'
import { PlanOpening } from './plan-opening.js'
import { PlanReader } from './plan-reader.js'

let database: TestDatabase
let owner: DataSource
let app: DataSource
let people: TestClinic
let reader: PlanReader
let checkpoints: CheckpointRepository
let plan: LogId

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await ownerDataSource(database.databaseUrl).initialize()
  app = await appDataSource(database).initialize()
  people = await createClinic(owner)
  const transactions = new ClinicTransactions(app)
  const entries = new EntryRepository(transactions)
  const keys = new KeyStore(database.dataDir)
  checkpoints = new CheckpointRepository(transactions, keys)
  reader = new PlanReader(new HistoryService(entries, keys), checkpoints, new OpenPlans())
  const { clinic, case: caseId, parties, administrator } = people
  plan = await new PlanOpening(transactions, keys, new PartyEntries(keys, entries)).open({
    clinic,
    case: caseId,
    parties,
    at: Date.now(),
    by: administrator,
  })
})

afterAll(async () => {
  await app.destroy()
  await owner.destroy()
  await database.drop()
})

async function stateOf(query: Promise<unknown>): Promise<string | null> {
  return query.then(() => null, sqlStateOf)
}

describe('a plan that was opened', () => {
  it('[LP1] begins with its parties', async () => {
    const read = await reader.read({ clinic: people.clinic, log: plan })
    expect(read.seq).toBe(2)
    expect(read.parties.map(({ person, relation }) => ({ person, relation }))).toEqual(people.parties)
  })

  it('[HI5] is read with the key that was kept beside the database', async () => {
    const fresh = new KeyStore(database.dataDir)
    expect(fresh.open(plan).key).toHaveLength(32)
    const [row] = await owner.query<{ content: Buffer }[]>('SELECT content FROM entry WHERE log_id = $1', [
      plan,
    ])
    expect(row?.content.toString('latin1')).not.toContain('party.joined')
  })

  it('[HI10] is read from a checkpoint and what came after it', async () => {
    const whole = await reader.read({ clinic: people.clinic, log: plan })
    const begun = await reader.readAt({ clinic: people.clinic, log: plan }, 1)
    if (!begun) throw new Error('no first entry')
    await checkpoints.keep({ clinic: people.clinic, log: plan }, begun)
    const loaded = await reader.load({ clinic: people.clinic, log: plan })
    expect(loaded.tail).toHaveLength(1)
    expect(loaded.plan).toEqual(whole)
  })
})

describe('the history in the database', () => {
  it.each([
    ['UPDATE', 'UPDATE entry SET epoch = 2'],
    ['DELETE', 'DELETE FROM entry'],
    ['TRUNCATE', 'TRUNCATE entry'],
    ['TRUNCATE of all', 'TRUNCATE log CASCADE'],
  ])('[HI1] refuses %s, also to a superuser and to the owner', async (_what, sql) => {
    await expect(owner.query(sql)).rejects.toThrow(/history is append-only/)
    // The application has not even the right to ask.
    expect(await stateOf(app.query(sql))).toBe('42501')
  })

  it('[HI1] lets a head only advance', async () => {
    await expect(owner.query('UPDATE log_head SET seq = seq - 1')).rejects.toThrow(/only advances/)
  })

  it('[HI6] shows whoever verifies all logs, and nothing that could be written', async () => {
    const runner = owner.createQueryRunner()
    await runner.query('SET ROLE accord_verifier')
    expect(await runner.query('SELECT count(*)::int AS count FROM entry')).toEqual([{ count: 2 }])
    expect(await stateOf(runner.query('SELECT 1 FROM person'))).toBe('42501')
    expect(await stateOf(runner.query('DELETE FROM entry'))).toBe('42501')
    await runner.query('RESET ROLE')
    await runner.release()
  })
})

/** What the database says to an entry by somebody, written by the application past all of its own checks. */
async function stateOfEntryBy(person: string, relation: string): Promise<string | null> {
  const runner = app.createQueryRunner()
  await runner.startTransaction()
  try {
    await runner.query("SELECT set_config('accord.clinics', $1, true)", [people.clinic])
    return await stateOf(
      runner.query(
        `INSERT INTO entry (clinic_id, log_id, seq, prev_hash, hash, epoch, kind, author_id, relation, at_ms, key_version, digest)
         SELECT clinic_id, log_id, seq + 1, hash, sha256(hash), epoch, 'text', $1, $2, at_ms, key_version, digest
         FROM entry WHERE log_id = $3 ORDER BY seq DESC LIMIT 1`,
        [person, relation, plan],
      ),
    )
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}

describe('the last wall before the history', () => {
  it('[AC7] lets live parties write, in their own relation', async () => {
    expect(await stateOfEntryBy(people.practitioner, 'practitioner')).toBeNull()
    expect(await stateOfEntryBy(people.client, 'client')).toBeNull()
    expect(await stateOfEntryBy(people.client, 'practitioner')).toBe('42501')
  })

  it('[AC7] refuses supervisors and administrators, whatever the application thinks', async () => {
    expect(await stateOfEntryBy(people.supervisor, 'supervisor')).toBe('42501')
    expect(await stateOfEntryBy(people.supervisor, 'practitioner')).toBe('42501')
    expect(await stateOfEntryBy(people.administrator, 'administrator')).toBe('42501')
  })

  it('[AC7] refuses a party from the moment its part has ended, and everybody once the case is closed', async () => {
    await owner.query('UPDATE case_party SET until = now() WHERE person_id = $1', [people.client])
    expect(await stateOfEntryBy(people.client, 'client')).toBe('42501')
    expect(await stateOfEntryBy(people.practitioner, 'practitioner')).toBeNull()
    await owner.query('UPDATE clinic_case SET closed_at = now() WHERE case_id = $1', [people.case])
    expect(await stateOfEntryBy(people.practitioner, 'practitioner')).toBe('42501')
  })
})
