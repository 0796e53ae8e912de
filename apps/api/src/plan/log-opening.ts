import { Injectable } from '@nestjs/common'
import type { PartyRelation } from '@accord/domain/case/party'
import type { Relation } from '@accord/domain/case/relation'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import type { CaseId, LogId, PersonId } from '@accord/domain/ids'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan } from '@accord/domain/plan/plan'
import type { EntityManager } from 'typeorm'
import { EntryRepository, type LogPlace } from '../history/entry.repository.js'
import { KeyStore, type LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sealEntry, sha256, type StoredEntry } from '../history/sealing.js'

/** Whom a log is for: all parties of a case, or one person alone. */
export type LogAudience =
  { readonly audience: 'plan' } | { readonly audience: 'draft' | 'private'; readonly writer: PersonId }

/** What a log begins with. The case and its parties stand in the database already. */
export interface LogBeginning {
  readonly clinic: LogPlace['clinic']
  readonly case: CaseId
  readonly for: LogAudience
  readonly parties: readonly { readonly person: PersonId; readonly relation: PartyRelation }[]
  /** In ms. */
  readonly at: number
  readonly by: { readonly author: PersonId; readonly relation: Relation }
}

/** Begins a log: its key first, then its first entries, which say who its parties are. */
@Injectable()
export class LogOpening {
  constructor(
    private readonly keys: KeyStore,
    private readonly entries: EntryRepository,
  ) {}

  /**
   * @param manager a transaction that shows the rows of the log's clinic and, where it has one, of its writer
   * @returns null when the case has such a log already
   */
  async begin(beginning: LogBeginning, manager: EntityManager): Promise<LogId | null> {
    const log = newUuid(beginning.at) as LogId
    const { clinic, case: caseId, at } = beginning
    const { audience } = beginning.for
    const writer = 'writer' in beginning.for ? beginning.for.writer : null
    // The case and its writer are looked for again: a second tab may be beginning the same log at this moment.
    const rows = await manager.query<unknown[]>(
      `INSERT INTO log (log_id, clinic_id, case_id, audience, writer_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING log_id`,
      [log, clinic, caseId, audience, writer, new Date(at)],
    )
    if (rows.length === 0) return null
    await manager.query(
      'INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)',
      [log, clinic, chainStart(log, sha256).hash],
    )
    await this.store(log, beginning, manager)
    return log
  }

  private async store(log: LogId, beginning: LogBeginning, manager: EntityManager): Promise<void> {
    const genesis = firstEntries(log, beginning, this.keys.create(log))
    if (genesis.length === 0) return
    const won = await this.entries.commit(genesis, manager)
    if (!won.has(log)) throw new Error(`log ${log} could not be begun`)
  }
}

function firstEntries(log: LogId, beginning: LogBeginning, key: LogKey): readonly StoredEntry[] {
  const { clinic, at, by, parties } = beginning
  let plan = emptyPlan(log)
  let before: ChainPosition = chainStart(log, sha256)
  return parties.map(({ person, relation }) => {
    const payload = { kind: 'party.joined' as const, person, relation }
    const stamp = { seq: before.seq + 1, at, ...by }
    const enacted = enact(plan, stamp, payload)
    plan = enacted.plan
    const nowhere = { clientId: null, op: null, connection: null, session: null }
    const header = { clinic, log, prevHash: before.hash, epoch: plan.epoch, ...stamp, ...nowhere }
    const entry = sealEntry(header, payload, enacted.record, key)
    before = { log, seq: stamp.seq, hash: entry.hash, at, epoch: plan.epoch }
    return entry
  })
}
