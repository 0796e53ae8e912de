import { describe, expect, it } from '@jest/globals'
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm'
import { isRowRefused, isStorageAway } from './failures.js'

const refused = (code: string) => Object.assign(new Error('refused'), { code })

describe('what a failed query means', () => {
  it('[LP12] a database that ended, is ending or is full may be well again', () => {
    for (const code of ['57P01', '57P03', '53100', '08006', '40P01', 'ECONNRESET', 'EPIPE'])
      expect(isStorageAway(refused(code))).toBe(true)
    expect(isStorageAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  })

  it('[LP12] a connection that was lost within a transaction is a database that is away, and no bug', () => {
    expect(isStorageAway(new QueryRunnerAlreadyReleasedError())).toBe(true)
    expect(isStorageAway(new QueryRunnerProviderAlreadyReleasedError())).toBe(true)
  })

  it('[AC7] a row that was refused is an answer, and so is a question that was wrong', () => {
    expect(isRowRefused(refused('42501'))).toBe(true)
    for (const code of ['42501', '42601', '23505']) expect(isStorageAway(refused(code))).toBe(false)
    expect(isStorageAway(new TypeError('odd'))).toBe(false)
  })
})
