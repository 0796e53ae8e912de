import { Injectable } from '@nestjs/common'
import type { PartyRelation } from '@accord/domain/case/party'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan } from '@accord/domain/plan/plan'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { EntryRepository } from '../history/entry.repository.js'
import { KeyStore } from '../history/key-store.js'
import { sealEntry, sha256, type StoredEntry } from '../history/sealing.js'
import { newUuid } from '../history/new-uuid.js'

/** What a case's plan begins with. The case and its parties stand in the database already. */
export interface Opening {
  readonly clinic: ClinicId
  readonly case: CaseId
  readonly parties: readonly { readonly person: PersonId; readonly relation: PartyRelation }[]
  /** In ms. */
  readonly at: number
  /** The administrator of the clinic who opens it; row-level security asks for one. */
  readonly by: PersonId
}

/** Opens the log of a case: its key first, then its first entries, which say who its parties are. */
@Injectable()
export class PlanOpening {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
    private readonly entries: EntryRepository,
  ) {}

  /** @param manager a transaction of the clinic that this is part of, such as the one that makes the case */
  async open(opening: Opening, manager?: EntityManager): Promise<LogId> {
    const log = newUuid(opening.at) as LogId
    const genesis = this.genesis(log, opening)
    const work = (within: EntityManager) => this.store(within, log, opening, genesis)
    await (manager ? work(manager) : this.transactions.run([opening.clinic], work))
    return log
  }

  private genesis(log: LogId, opening: Opening): readonly StoredEntry[] {
    const key = this.keys.create(log)
    let plan = emptyPlan(log)
    let before: ChainPosition = chainStart(log, sha256)
    return opening.parties.map(({ person, relation }) => {
      const payload = { kind: 'party.joined' as const, person, relation }
      const seq = before.seq + 1
      const by = { author: opening.by, relation: 'administrator' as const }
      const stamp = { seq, at: opening.at, ...by }
      const enacted = enact(plan, stamp, payload)
      plan = enacted.plan
      const nowhere = { clientId: null, op: null, connection: null, session: null }
      const header = {
        clinic: opening.clinic,
        log,
        prevHash: before.hash,
        epoch: plan.epoch,
        ...stamp,
        ...nowhere,
      }
      const entry = sealEntry(header, payload, enacted.record, key)
      before = { log, seq, hash: entry.hash, at: opening.at, epoch: plan.epoch }
      return entry
    })
  }

  private async store(
    manager: EntityManager,
    log: LogId,
    opening: Opening,
    genesis: readonly StoredEntry[],
  ): Promise<void> {
    const { clinic, case: caseId, at } = opening
    await manager.query(
      `INSERT INTO log (log_id, clinic_id, case_id, audience, created_at) VALUES ($1, $2, $3, 'plan', $4)`,
      [log, clinic, caseId, new Date(at)],
    )
    await manager.query(
      'INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)',
      [log, clinic, chainStart(log, sha256).hash],
    )
    if (genesis.length === 0) return
    const won = await this.entries.commit(genesis, manager)
    if (!won.has(log)) throw new Error(`log ${log} could not be begun`)
  }
}
