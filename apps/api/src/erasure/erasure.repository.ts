import { ERASED_BY_RULE } from '@accord/domain/history/erased'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { sealEntry, type StoredEntry } from '../history/sealing.js'
import type { ErasureReason } from './erasure-reason.js'

/** A key to destroy; where it is a log's, where the log ends. */
interface KeyRow {
  readonly key_id: LogId
  readonly seq: string | null
  readonly hash: Buffer
  readonly at_ms: string
  readonly epoch: number
}

/** What was begun and never finished. */
export interface Unfinished {
  readonly clinic: ClinicId
  readonly subject: string
  readonly what: 'case' | 'person'
  /** What it is called outside the database. */
  readonly mark: string
  readonly by: PersonId | null
}

/** A case of years is more than a page asks for. In ms. */
const PATIENCE = 120_000

const BEGIN = 'SELECT begin_erasing_case($1, $2, $3, $4, $5, $6) AS begun'
const BEGIN_PERSON = 'SELECT begin_erasing_person($1, $2, $3, $4, $5, $6) AS mark'
const FINISH = `SELECT finish_erasing_case($1, $2, $3, $4, $5::uuid[], $6::bigint[], $7::bytea[], $8::bytea[],
  $9::integer[], $10::bigint[], $11::integer[], $12::bytea[], $13::bytea[])`
const UNFINISHED =
  'SELECT clinic_id AS clinic, subject_id AS subject, what, asked_by AS by, mark FROM unfinished_erasures()'

/** Asks the database to forget. What it does there is accord_eraser's, by its own functions. (ER3) */
@Injectable()
export class ErasureRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  /** @returns false where there is no such case in the clinic, or nothing is left to do */
  async begin(clinic: ClinicId, caseId: CaseId, why: ErasureReason, now: number): Promise<boolean> {
    const { by, request, rule } = why
    const asked = [clinic, caseId, by, request, rule, new Date(now)]
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<{ begun: boolean }[]>(BEGIN, asked),
    )
    return row?.begun === true
  }

  /** @returns what a person is called outside the database; null where there is nothing to do */
  async beginPerson(
    clinic: ClinicId,
    person: PersonId,
    why: ErasureReason,
    now: number,
  ): Promise<string | null> {
    const { by, request, rule } = why
    const asked = [clinic, person, by, request, rule, new Date(now)]
    const [row] = await this.transactions.run([clinic], (manager) =>
      manager.query<{ mark: string | null }[]>(BEGIN_PERSON, asked),
    )
    return row?.mark ?? null
  }

  async finishPerson(clinic: ClinicId, person: PersonId, now: number): Promise<void> {
    await this.transactions.run([clinic], (manager) =>
      manager.query('SELECT finish_erasing_person($1, $2, $3)', [clinic, person, new Date(now)]),
    )
  }

  /** Keys first, rows after. @returns the case's logs; none where another process was first */
  async finish(
    clinic: ClinicId,
    caseId: CaseId,
    by: PersonId | null,
    now: number,
  ): Promise<readonly LogId[]> {
    return this.transactions.run([clinic], async (manager) => {
      await manager.query(`SET LOCAL statement_timeout = ${PATIENCE}`)
      const found = await manager.query<KeyRow[]>('SELECT * FROM keys_to_erase($1, $2)', [clinic, caseId])
      for (const { key_id: key } of found) this.keys.bury(key, now)
      const logs = found.filter(({ seq }) => seq !== null)
      if (logs.length > 0) {
        const sealed = logs.map((row) => this.erasedEntry(clinic, row, by ?? ERASED_BY_RULE, now))
        await this.store(manager, [clinic, caseId, by ?? ERASED_BY_RULE, new Date(now)], sealed)
      }
      return logs.map(({ key_id: log }) => log)
    })
  }

  async unfinished(): Promise<readonly Unfinished[]> {
    return this.database.query<Unfinished[]>(UNFINISHED)
  }

  /** Of a database that is older than an erasure, everything goes that it should not have any more. (ER7) */
  async forgetBuried(ids: readonly string[], now: number): Promise<void> {
    const about = [ids, new Date(now)]
    await this.database.query('SELECT forget_buried($1, $2), forget_buried_people($1, $2)', about)
  }

  /** What the log begins with from now on: a plan without anything, in another epoch, under a key of its own. (ER3) */
  private erasedEntry(clinic: ClinicId, row: KeyRow, author: PersonId, now: number): StoredEntry {
    const { key_id: log, hash: prevHash } = row
    const key = this.keys.create(log)
    const nowhere = { clientId: null, op: null, connection: null, session: null }
    const at = Math.max(now, Number(row.at_ms))
    const stamp = { seq: Number(row.seq) + 1, epoch: row.epoch + 1, at, author }
    const header = { clinic, log, prevHash, ...stamp, ...nowhere, relation: 'administrator' as const }
    return sealEntry(header, { kind: 'erased' }, {}, key)
  }

  private async store(
    manager: EntityManager,
    about: readonly unknown[],
    sealed: readonly StoredEntry[],
  ): Promise<void> {
    await manager.query(FINISH, [
      ...about,
      sealed.map(({ log }) => log),
      sealed.map(({ seq }) => seq),
      sealed.map(({ prevHash }) => Buffer.from(prevHash)),
      sealed.map(({ hash }) => Buffer.from(hash)),
      sealed.map(({ epoch }) => epoch),
      sealed.map(({ at }) => at),
      sealed.map(({ keyVersion }) => keyVersion),
      sealed.map(({ digest }) => Buffer.from(digest)),
      sealed.map(({ content }) => content),
    ])
  }
}
