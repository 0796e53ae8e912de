import type { Actor } from '@accord/domain/access/subject'
import type { EndingId } from '@accord/domain/ending/draft'
import type { CaseId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Stirrings } from '../processes/stirrings.js'

/** An act, an addendum: numbered, by somebody, sealed. Times in ms. */
export interface EndingRow {
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly content: Buffer
}

/** A case's pack as PostgreSQL shows it to a reader. (EN8) */
export interface StoredEnding {
  readonly ending: EndingId
  readonly begunBy: PersonId
  readonly begunAt: number
  readonly acts: readonly EndingRow[]
  readonly pack: EndingRow | null
  readonly addenda: readonly EndingRow[]
}

/** What is added, with the version of the key that sealed it. */
export interface NewEndingRow extends EndingRow {
  readonly ending: EndingId
  readonly keyVersion: number
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`
const FIND = `
SELECT ending_id AS ending, begun_by AS "begunBy", ${MS('begun_at')} AS "begunAt" FROM ending WHERE case_id = $1`
const ACTS = `
SELECT seq AS number, person_id AS by, ${MS('at')} AS at, content FROM ending_act WHERE ending_id = $1 ORDER BY seq`
const PACK = `
SELECT seq AS number, closed_by AS by, ${MS('closed_at')} AS at, content FROM ending_pack WHERE ending_id = $1`
const ADDENDA = `
SELECT number, person_id AS by, ${MS('at')} AS at, content FROM ending_addendum WHERE ending_id = $1 ORDER BY number`

const BEGIN = `
INSERT INTO ending (ending_id, clinic_id, case_id, begun_by, begun_at)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)) ON CONFLICT DO NOTHING RETURNING 1`
const insert = (table: string, number: string, person: string, at: string) => `
INSERT INTO ${table} (ending_id, clinic_id, ${number}, ${person}, ${at}, key_version, content)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7)`
const INSERT = {
  act: insert('ending_act', 'seq', 'person_id', 'at'),
  pack: insert('ending_pack', 'seq', 'closed_by', 'closed_at'),
  addendum: insert('ending_addendum', 'number', 'person_id', 'at'),
}

/** Packs, their acts and what was added later. Nothing here changes or removes a row. (EN8) */
@Injectable()
export class EndingRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly stirrings: Stirrings,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<StoredEnding | null> {
    return this.transactions.run([actor.clinic], async (manager) => readIn(manager, caseId), [actor.person])
  }

  /** @returns false when the case has one already */
  async begin({ clinic, person }: Actor, caseId: CaseId, ending: EndingId, at: number): Promise<boolean> {
    const values = [ending, clinic, caseId, person, at]
    const added = await this.transactions.run(
      [clinic],
      (manager) => manager.query<unknown[]>(BEGIN, values),
      [person],
    )
    if (added.length > 0) this.stirrings.tell({ of: 'ending', clinic, caseId })
    return added.length > 0
  }

  /** Reads a pack while nobody else writes in it, and adds what comes of that. */
  async write<Answer>(
    actor: Actor,
    caseId: CaseId,
    decide: (
      stored: StoredEnding | null,
      add: (what: keyof typeof INSERT, row: NewEndingRow) => Promise<void>,
    ) => Promise<Answer>,
  ): Promise<Answer> {
    const { clinic, person } = actor
    const added: string[] = []
    const answer = await this.transactions.run(
      [clinic],
      async (manager) => {
        await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ending ${caseId}`])
        return decide(await readIn(manager, caseId), async (what, row) => {
          const { ending, number, at, keyVersion, content } = row
          await manager.query(INSERT[what], [ending, clinic, number, person, at, keyVersion, content])
          added.push(what)
        })
      },
      [person],
    )
    // After the commit: whoever looks finds it. (PU1)
    if (added.length > 0) this.stirrings.tell({ of: 'ending', clinic, caseId })
    return answer
  }
}

async function readIn(manager: EntityManager, caseId: CaseId): Promise<StoredEnding | null> {
  const [found] = await manager.query<Pick<StoredEnding, 'ending' | 'begunBy' | 'begunAt'>[]>(FIND, [caseId])
  if (!found) return null
  const of = [found.ending]
  const acts = await manager.query<EndingRow[]>(ACTS, of)
  const [pack] = await manager.query<EndingRow[]>(PACK, of)
  const addenda = pack ? await manager.query<EndingRow[]>(ADDENDA, of) : []
  return { ...found, acts, pack: pack ?? null, addenda }
}
