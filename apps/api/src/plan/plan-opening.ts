import { Injectable } from '@nestjs/common'
import type { PartyRelation } from '@accord/domain/case/party'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { LogOpening } from './log-opening.js'

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

/** Opens the plan of a case. */
@Injectable()
export class PlanOpening {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly logs: LogOpening,
  ) {}

  /** @param manager a transaction of the clinic that this is part of, such as the one that makes the case */
  async open(opening: Opening, manager?: EntityManager): Promise<LogId> {
    const { clinic, case: caseId, parties, at } = opening
    const by = { author: opening.by, relation: 'administrator' as const }
    const beginning = { clinic, case: caseId, for: { audience: 'plan' as const }, parties, at, by }
    const begin = (within: EntityManager) => this.logs.begin(beginning, within)
    const log = await (manager ? begin(manager) : this.transactions.run([clinic], begin))
    if (!log) throw new Error(`case ${caseId} has a plan already`)
    return log
  }
}
