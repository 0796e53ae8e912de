import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createTestDatabase, type TestDatabase } from '../../../test/live/database.js'
import { createClinic } from '../../../test/live/clinic.js'
import { ownerDataSource } from '../../database/data-source.js'
import { discardUnfinished, markedUnfinished } from './unfinished.js'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const mark = () => path.join(database.dataDir, 'demo-unfinished')

async function withOwner<T>(
  work: (query: (sql: string) => Promise<{ name: string }[]>) => Promise<T>,
): Promise<T> {
  const owner = await ownerDataSource(database.databaseUrl).initialize()
  try {
    return await work((sql) => owner.query<{ name: string }[]>(sql))
  } finally {
    await owner.destroy()
  }
}

describe('a demo clinic that was being filled when the process was killed', () => {
  it('[ID6] leaves no mark when it was filled to the end', async () => {
    await markedUnfinished(database, () => {
      expect(existsSync(mark())).toBe(true)
      return Promise.resolve()
    })
    expect(existsSync(mark())).toBe(false)
  })

  it('[ID6] is never confused with a real clinic', async () => {
    const owner = await ownerDataSource(database.databaseUrl).initialize()
    await createClinic(owner)
    await owner.destroy()
    writeFileSync(mark(), '')
    await discardUnfinished(database)
    expect(await withOwner((query) => query('SELECT name FROM clinic'))).toEqual([{ name: 'A clinic' }])
  })

  it('[ID6] begins anew at the next start', async () => {
    await withOwner((query) => query('UPDATE clinic SET demo = true'))
    await discardUnfinished(database)
    expect(await withOwner((query) => query('SELECT name FROM clinic'))).toEqual([])
    expect((await withOwner((query) => query('SELECT name FROM migrations'))).length).toBeGreaterThan(1)
  })
})
