import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ClinicTransactions } from './clinic-transactions.js'

/** In whose names something is read: row-level security shows it to them. */
export interface ReadFor {
  readonly clinic: ClinicId
  readonly people?: readonly PersonId[]
}

/** A statement over many things of a kind, each named by a key. */
export interface AskedOfEach<Thing, Row> {
  readonly sql: string
  /** Of the statement, for all things together. */
  readonly parameters: (things: readonly Thing[]) => unknown[]
  readonly keyOf: (thing: Thing) => string
  /** The thing that a row belongs to. */
  readonly keyOfRow: (row: Row) => string
}

interface Waiting<Thing, Row> {
  readonly thing: Thing
  readonly resolve: (rows: readonly Row[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * A page asks the same of every case. What is asked within one turn, in exactly the same names, is one statement, and
 * each asker is given the rows of their own thing, in the statement's order. Nothing is kept: the next turn asks anew.
 */
export class RowsOfEach<Thing, Row> {
  private readonly waiting = new Map<string, Waiting<Thing, Row>[]>()

  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly asked: AskedOfEach<Thing, Row>,
  ) {}

  of(thing: Thing, { clinic, people = [] }: ReadFor): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      const names = `${clinic} ${people.join(',')}`
      const others = this.waiting.get(names)
      if (others) {
        others.push({ thing, resolve, reject })
        return
      }
      const all = [{ thing, resolve, reject }]
      this.waiting.set(names, all)
      setImmediate(() => {
        this.waiting.delete(names)
        void this.answer({ clinic, people }, all)
      })
    })
  }

  private async answer(
    { clinic, people }: Required<ReadFor>,
    all: readonly Waiting<Thing, Row>[],
  ): Promise<void> {
    const { sql, parameters, keyOf, keyOfRow } = this.asked
    try {
      const things = [...new Map(all.map(({ thing }) => [keyOf(thing), thing])).values()]
      const rows = await this.transactions.ask<Row[]>([clinic], sql, parameters(things), people)
      const found = new Map<string, Row[]>()
      for (const row of rows) {
        const key = keyOfRow(row)
        const known = found.get(key)
        if (known) known.push(row)
        else found.set(key, [row])
      }
      for (const { thing, resolve } of all) resolve(found.get(keyOf(thing)) ?? [])
    } catch (error) {
      for (const { reject } of all) reject(error)
    }
  }
}

/** The same for things that are their ids, which the statement has as its one parameter. */
export function rowsOfIds<Row>(
  transactions: ClinicTransactions,
  sql: string,
  keyOfRow: (row: Row) => string,
): RowsOfEach<string, Row> {
  return new RowsOfEach(transactions, { sql, parameters: (ids) => [ids], keyOf: (id) => id, keyOfRow })
}
