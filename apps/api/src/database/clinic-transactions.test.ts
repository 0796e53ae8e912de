import { describe, expect, it } from '@jest/globals'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'
import { ClinicTransactions } from './clinic-transactions.js'

const clinic = 'one' as ClinicId
const person = (name: string) => name as PersonId

interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A database that writes down what it is asked, transaction by transaction, and fails where it is told to. */
function notingDatabase() {
  const begun: string[][] = []
  const createQueryRunner = () => {
    const asked: string[] = []
    begun.push(asked)
    const query = (what: string | Asked) => {
      if (typeof what === 'string') return Promise.resolve({ rows: [] })
      const { text, values } = what
      asked.push(text.includes('set_config') ? `as ${values.join(' ')}` : text)
      return text === 'wrong' ? Promise.reject(new Error('no such table')) : Promise.resolve({ rows: [text] })
    }
    return { connect: () => Promise.resolve({ query }), release: () => Promise.resolve() }
  }
  const transactions = new ClinicTransactions({ createQueryRunner } as unknown as DataSource)
  return { begun, transactions }
}

describe('what is read at about the same time', () => {
  it('[AC7] shares a transaction where it is read in exactly the same names, and no other', async () => {
    const { begun, transactions } = notingDatabase()
    const [a, b, other] = await Promise.all([
      transactions.ask([clinic], 'a', [], [person('mara')]),
      transactions.ask([clinic], 'b', [], [person('mara')]),
      transactions.ask([clinic], 'other', [], [person('jonah')]),
    ])
    expect([a, b, other]).toEqual([['a'], ['b'], ['other']])
    expect(begun).toEqual([
      ['as one mara', 'a', 'b'],
      ['as one jonah', 'other'],
    ])
  })

  it('fails alone where it is wrong', async () => {
    const { transactions } = notingDatabase()
    const all = await Promise.allSettled(
      ['a', 'wrong', 'b'].map((sql) => transactions.ask([clinic], sql, [])),
    )
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
