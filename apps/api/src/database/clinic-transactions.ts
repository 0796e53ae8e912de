import { Inject, Injectable } from '@nestjs/common'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import { DataSource, type EntityManager } from 'typeorm'
import {
  IN_THESE_NAMES,
  namesAsValues,
  readAtOnce,
  type Names,
  type ReadingStatement,
} from './read-at-once.js'

/** A statement that only reads, and who waits for its rows. */
interface Question extends ReadingStatement {
  readonly resolve: (rows: unknown) => void
  readonly reject: (error: unknown) => void
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
      await manager.query(IN_THESE_NAMES, namesAsValues({ clinics, people }))
      return work(manager)
    })
  }

  /**
   * Asks one statement that only reads, and of which there are few: its text is remembered. A page asks the same of every case: what is asked within one turn, in exactly
   * the same names, shares a transaction, and with it the journey to the database. A statement that writes is refused.
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
      const answers = await readAtOnce(this.database, names, asked)
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at])
    } catch (error) {
      if (asked.length === 1) asked[0]?.reject(error)
      else for (const one of asked) await this.answer(names, [one])
    }
  }
}
