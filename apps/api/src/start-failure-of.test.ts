import { describe, expect, it } from '@jest/globals'
import { startFailureOf } from './start-failure-of.js'

const config = { databaseUrl: 'postgresql://owner:secret@db.example.org:5433/accord', dataDir: '/data' }

describe('a start that fails', () => {
  it('[ID11] says that nobody answers when the database ends the connection in the middle', () => {
    const failure = startFailureOf(new Error('Connection terminated unexpectedly'), config)
    expect(failure.key).toBe('start.database-unreachable')
    expect(failure.message).toContain('db.example.org:5433')
  })

  it('[ID11] calls what nobody foresaw unexpected', () => {
    expect(startFailureOf(new Error('odd'), config).key).toBe('start.unexpected')
  })
})
