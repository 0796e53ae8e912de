import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { AnswerStatus } from '@accord/domain/measure/asked'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Who reads or writes, in which clinic. */
export interface Reader {
  readonly clinic: ClinicId
  readonly person: PersonId
}

/** Something that was asked of a client. Times in ms. */
export interface RequestRow {
  readonly request: string
  readonly caseId: CaseId
  readonly client: PersonId
  readonly instrument: string
  readonly edition: string
  readonly askedByName: string
  readonly askedAt: number
}

/** One version of an answer, encrypted. */
export interface AnswerRow {
  readonly request: string
  readonly version: number
  readonly at: number
  readonly status: AnswerStatus
  readonly content: Buffer | null
}

export interface NewAnswer extends AnswerRow {
  readonly clinic: ClinicId
  readonly keyVersion: number
}

const REQUEST = `
SELECT r.request_id AS request, r.case_id AS "caseId", r.client_id AS client, r.instrument, r.edition,
  n.name AS "askedByName", floor(extract(epoch FROM r.asked_at) * 1000)::float8 AS "askedAt"
FROM questionnaire_request r JOIN person n ON n.person_id = r.asked_by`

const ANSWER = `
SELECT v.request_id AS request, v.version, floor(extract(epoch FROM v.at) * 1000)::float8 AS at, v.status, v.content
FROM questionnaire_answer v`

const ASK = `
INSERT INTO questionnaire_request (request_id, clinic_id, case_id, client_id, instrument, edition, asked_by, asked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`

const APPEND = `
INSERT INTO questionnaire_answer (request_id, version, clinic_id, at, status, key_version, content)
VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6, $7)`

/** What was asked and answered, every version of it. Nothing here changes or removes one. (ME5, ME6) */
@Injectable()
export class RequestsRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async find({ clinic, person }: Reader, request: string): Promise<RequestRow | null> {
    const sql = `${REQUEST} WHERE r.request_id = $1`
    const [row] = await this.transactions.ask<RequestRow[]>([clinic], sql, [request], [person])
    return row ?? null
  }

  /** A client's own, the latest first. */
  async ofClient({ clinic, person }: Reader): Promise<readonly RequestRow[]> {
    const sql = `${REQUEST} WHERE r.client_id = $1 ORDER BY r.asked_at DESC LIMIT 100`
    return this.transactions.ask<RequestRow[]>([clinic], sql, [person], [person])
  }

  /** The earliest first. */
  async ofCase({ clinic, person }: Reader, caseId: CaseId): Promise<readonly RequestRow[]> {
    const sql = `${REQUEST} WHERE r.case_id = $1 ORDER BY r.asked_at, r.request_id`
    return this.transactions.ask<RequestRow[]>([clinic], sql, [caseId], [person])
  }

  /** Every version that row-level security shows to this reader, the earliest first. (ME6) */
  async answers({ clinic, person }: Reader, requests: readonly string[]): Promise<readonly AnswerRow[]> {
    const sql = `${ANSWER} WHERE v.request_id = ANY ($1::uuid[]) ORDER BY v.version`
    return this.transactions.ask<AnswerRow[]>([clinic], sql, [requests], [person])
  }

  async ask(
    { clinic, person }: Reader,
    row: Pick<RequestRow, 'request' | 'caseId' | 'client' | 'instrument' | 'edition'> & { at: number },
  ): Promise<void> {
    const { request, caseId, client, instrument, edition, at } = row
    const values = [request, clinic, caseId, client, instrument, edition, person, at]
    await this.transactions.run([clinic], (manager) => manager.query(ASK, values), [person])
  }

  /** Stores a version, and in the same transaction what has to be seen because of it: both or neither. (SA1) */
  async append(
    { person }: Reader,
    row: NewAnswer,
    also: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { request, version, clinic, at, status, keyVersion, content } = row
    await this.transactions.run(
      [clinic],
      async (manager) => {
        await manager.query(APPEND, [request, version, clinic, at, status, keyVersion, content])
        await also(manager)
      },
      [person],
    )
  }
}
