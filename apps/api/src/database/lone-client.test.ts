import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { emptyDatabase } from '../../test/live/database.js'
import { openLoneClient } from './lone-client.js'

let database: Awaited<ReturnType<typeof emptyDatabase>>
beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.drop())

it('[FT17] a connection of its own that PostgreSQL ends fails the question that was asked, and not the process', async () => {
  const client = await openLoneClient({ connectionString: database.databaseUrl })
  const isOver = new Promise((resolve) => client.once('end', resolve))
  await expect(client.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow()
  await isOver
  await client.end()
})
