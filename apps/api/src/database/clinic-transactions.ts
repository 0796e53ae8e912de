import { hash } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ClientBase, QueryResultRow } from 'pg'
import { DataSource, type EntityManager } from 'typeorm'

/** A statement that only reads, and who waits for its rows. */
interface Question {
  readonly sql: string
  readonly parameters: unknown[]
  readonly resolve: (rows: unknown) => void
  readonly reject: (error: unknown) => void
}

/** In whose names a transaction reads. */
interface Names {
  readonly clinics: readonly ClinicId[]
  readonly people: readonly PersonId[]
}

/** Statements that share a transaction at most: the others take another connection, at the same time. */
const SHARE = 16

/** Transactions in which row-level security shows the rows of the named clinics, and no others. (AC7) */
@Injectable()
export class ClinicTransactions {
  private readonly waiting = new Map<string, Question[]>()

  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** From now on a transaction shows what these people can read, and no longer what others can. */
  static async showTo(manager: EntityManager, people: readonly PersonId[]): Promise<void> {
    await manager.query(`SELECT set_config('accord.people', $1, true)`, [people.join(',')])
  }

  /**
   * Commits when the work is done, rolls back when it throws. The settings end with the transaction.
   * @param people whose own and confidential logs are shown as well; nobody's unless it is said (DR1, CF3)
   */
  async run<T>(
    clinics: readonly ClinicId[],
    work: (manager: EntityManager) => Promise<T>,
    people: readonly PersonId[] = [],
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('accord.clinics', $1, true), set_config('accord.people', $2, true)`,
        [clinics.join(','), people.join(',')],
      )
      return work(manager)
    })
  }

  /**
   * Asks one statement that only reads, and of which there are few: its text is remembered. A page asks the same of every case: what is asked within one turn, in exactly
   * the same names, shares a transaction, and with it the three journeys that beginning and ending one cost.
   */
  async ask<Rows>(
    clinics: readonly ClinicId[],
    sql: string,
    parameters: unknown[],
    people: readonly PersonId[] = [],
  ): Promise<Rows> {
    return new Promise<Rows>((resolve, reject) => {
      const key = `${clinics.join(',')} ${people.join(',')}`
      const question = { sql, parameters, resolve: resolve as (rows: unknown) => void, reject }
      const others = this.waiting.get(key)
      if (others) {
        others.push(question)
        return
      }
      const asked = [question]
      this.waiting.set(key, asked)
      setImmediate(() => {
        this.waiting.delete(key)
        for (let at = 0; at < asked.length; at += SHARE) {
          void this.answer({ clinics, people }, asked.slice(at, at + SHARE))
        }
      })
    })
  }

  /** One statement that fails takes its transaction along: then each is asked by itself, and only its own asker is told. */
  private async answer(names: Names, asked: readonly Question[]): Promise<void> {
    try {
      const answers = await this.run(names.clinics, (manager) => inTurn(manager, asked), names.people)
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at])
    } catch (error) {
      if (asked.length === 1) asked[0]?.reject(error)
      else for (const one of asked) await this.answer(names, [one])
    }
  }
}

async function inTurn(manager: EntityManager, asked: readonly Question[]): Promise<readonly unknown[]> {
  const client = (await manager.queryRunner?.connect()) as ClientBase | undefined
  if (!client) throw new Error('a transaction without a connection')
  const answers: unknown[] = []
  for (const { sql, parameters } of asked) {
    const { rows } = await client.query<QueryResultRow>({ name: nameOf(sql), text: sql, values: parameters })
    answers.push(rows)
  }
  return answers
}

const names = new Map<string, string>()

/**
 * The name by which PostgreSQL knows a statement, once it was asked on a connection: behind row-level security planning one
 * takes longer than answering it.
 */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = `ask ${hash('sha256', sql).slice(0, 32)}`
  names.set(sql, name)
  return name
}
