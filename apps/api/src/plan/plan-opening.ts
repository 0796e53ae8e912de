import { Injectable } from '@nestjs/common'
import type { PartyRelation } from '@accord/domain/case/party'
import { chainStart } from '@accord/domain/history/verify'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sha256 } from '../history/sealing.js'
import { PartyEntries } from './party-entries.js'

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
    private readonly parties: PartyEntries,
  ) {}

  /** @param manager a transaction of the clinic that this is part of, such as the one that makes the case */
  async open(opening: Opening, manager?: EntityManager): Promise<LogId> {
    const log = newUuid(opening.at) as LogId
    this.keys.create(log)
    const work = (within: EntityManager) => this.store(within, log, opening)
    await (manager ? work(manager) : this.transactions.run([opening.clinic], work))
    return log
  }

  private async store(manager: EntityManager, log: LogId, opening: Opening): Promise<void> {
    const { clinic, case: caseId, at, by } = opening
    await manager.query(
      `INSERT INTO log (log_id, clinic_id, case_id, audience, created_at) VALUES ($1, $2, $3, 'plan', $4)`,
      [log, clinic, caseId, new Date(at)],
    )
    await manager.query(
      'INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)',
      [log, clinic, chainStart(log, sha256).hash],
    )
    const payloads = opening.parties.map(({ person, relation }) => {
      return { kind: 'party.joined' as const, person, relation }
    })
    await this.parties.append(manager, { clinic, log }, { by, at, payloads })
  }
}
