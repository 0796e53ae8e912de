import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { emptyDatabase } from '../../test/live/database.js'
import { migrate } from './migrate.js'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let owner: pg.Client
beforeAll(async () => {
  database = await emptyDatabase()
  owner = new pg.Client({ connectionString: database.databaseUrl })
  await owner.connect()
  await migrate(database)
}, 60_000)
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const refusal = { key: 'start.database-not-durable' }

/** Settings of this database alone: the tests' server is shared. */
async function withSetting(whose: string, what: () => Promise<void>): Promise<void> {
  const name = pg.escapeIdentifier(new URL(database.databaseUrl).pathname.slice(1))
  const alter = whose === 'role' ? `ALTER ROLE accord_app IN DATABASE ${name}` : `ALTER DATABASE ${name}`
  await owner.query(`${alter} SET synchronous_commit = off`)
  try {
    await what()
  } finally {
    await owner.query(`${alter} RESET synchronous_commit`)
  }
}

describe('a database that answers before it has stored', () => {
  it.each(['database', 'role'])(
    '[FT16] is refused at the start, also when only the application’s own role is answered so (%s)',
    async (whose) => {
      await withSetting(whose, () => expect(migrate(database)).rejects.toMatchObject(refusal))
      await expect(migrate(database)).resolves.toBeDefined()
    },
  )
})
