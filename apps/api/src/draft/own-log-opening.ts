import { Injectable } from '@nestjs/common'
import type { PartyRelation } from '@accord/domain/case/party'
import { chainStart } from '@accord/domain/history/verify'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan } from '@accord/domain/plan/plan'
import type { EntityManager } from 'typeorm'
import { EntryRepository } from '../history/entry.repository.js'
import { KeyStore, type LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sealEntry, sha256, type StoredEntry } from '../history/sealing.js'

/** One person's own log of a case. */
export interface OwnLogPlace {
  readonly clinic: ClinicId
  readonly case: CaseId
  readonly audience: 'draft' | 'private'
  readonly writer: PersonId
}

/** When it is begun, in ms, and as what its writer writes in the case. */
export interface OwnLogBeginning {
  readonly at: number
  readonly relation: PartyRelation
}

/** Begins a log of somebody's own: its key, and a first entry that says who its one party is. (DR1) */
@Injectable()
export class OwnLogOpening {
  constructor(
    private readonly keys: KeyStore,
    private readonly entries: EntryRepository,
  ) {}

  /**
   * @param manager a transaction that shows the rows of the log's clinic and of its writer
   * @returns null when there is such a log already: a second tab may be beginning it at this moment
   */
  async begin(place: OwnLogPlace, beginning: OwnLogBeginning, manager: EntityManager): Promise<LogId | null> {
    const log = newUuid(beginning.at) as LogId
    const { clinic, case: caseId, audience, writer } = place
    const rows = await manager.query<unknown[]>(
      `INSERT INTO log (log_id, clinic_id, case_id, audience, writer_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING log_id`,
      [log, clinic, caseId, audience, writer, new Date(beginning.at)],
    )
    if (rows.length === 0) return null
    await manager.query(
      'INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)',
      [log, clinic, chainStart(log, sha256).hash],
    )
    const first = firstEntry(log, place, beginning, this.keys.create(log))
    const won = await this.entries.commit([first], manager)
    if (!won.has(log)) throw new Error(`log ${log} could not be begun`)
    return log
  }
}

function firstEntry(
  log: LogId,
  { clinic, writer }: OwnLogPlace,
  { at, relation }: OwnLogBeginning,
  key: LogKey,
): StoredEntry {
  const payload = { kind: 'party.joined' as const, person: writer, relation }
  const stamp = { seq: 1, at, author: writer, relation }
  const { plan, record } = enact(emptyPlan(log), stamp, payload)
  const nowhere = { clientId: null, op: null, connection: null, session: null }
  const prevHash = chainStart(log, sha256).hash
  return sealEntry({ clinic, log, prevHash, epoch: plan.epoch, ...stamp, ...nowhere }, payload, record, key)
}
