import type { PartyRelation } from '@accord/domain/case/party'
import { chainStart } from '@accord/domain/history/verify'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { sha256 } from '../history/sealing.js'
import { PartyEntries, type PartyPayload } from '../plan/party-entries.js'

/** The confidential log of a case, as one of its parties comes to it. */
interface ConfidentialLogPlace {
  readonly clinic: ClinicId
  readonly case: CaseId
  readonly by: PersonId
  readonly as: PartyRelation
}

/** Confidential logs, which only transactions of their confidants see. (CF3) */
@Injectable()
export class ConfidenceRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
    private readonly parties: PartyEntries,
  ) {}

  async find(place: ConfidentialLogPlace): Promise<LogId | null> {
    return this.transactions.run([place.clinic], (manager) => find(manager, place), [place.by])
  }

  /** The log, begun when there is none. Whoever begins it at the same moment gets the same one. @param at in ms */
  async open(place: ConfidentialLogPlace, at: number): Promise<LogId> {
    return this.transactions.run(
      [place.clinic],
      async (manager) => {
        // Locked, as when its parts change: the parties that the log begins with are those of the case. (CF4)
        await manager.query('SELECT 1 FROM clinic_case WHERE case_id = $1 FOR NO KEY UPDATE', [place.case])
        return (await find(manager, place)) ?? this.begin(manager, place, at)
      },
      [place.by],
    )
  }

  /** Its key, and first entries that say who its parties are. */
  private async begin(manager: EntityManager, place: ConfidentialLogPlace, at: number): Promise<LogId> {
    const { clinic, case: caseId, by } = place
    const log = newUuid(at) as LogId
    await manager.query(
      `INSERT INTO log (log_id, clinic_id, case_id, audience, created_at) VALUES ($1, $2, $3, 'confidential', $4)`,
      [log, clinic, caseId, new Date(at)],
    )
    await manager.query(
      'INSERT INTO log_head (log_id, clinic_id, seq, hash, at_ms, epoch) VALUES ($1, $2, 0, $3, 0, 1)',
      [log, clinic, chainStart(log, sha256).hash],
    )
    this.keys.create(log)
    const payloads = await partiesOf(manager, caseId)
    await this.parties.append(manager, { clinic, log, confidants: [by] }, { by, as: place.as, at, payloads })
    return log
  }
}

async function find(manager: EntityManager, place: ConfidentialLogPlace): Promise<LogId | null> {
  const rows = await manager.query<{ log_id: LogId }[]>(
    `SELECT log_id FROM log WHERE case_id = $1 AND audience = 'confidential'`,
    [place.case],
  )
  return rows[0]?.log_id ?? null
}

async function partiesOf(manager: EntityManager, caseId: CaseId): Promise<readonly PartyPayload[]> {
  const rows = await manager.query<{ person: PersonId; relation: PartyRelation }[]>(
    `SELECT person_id AS person, relation FROM case_party
     WHERE case_id = $1 AND until IS NULL AND relation <> 'guardian' ORDER BY since, person_id`,
    [caseId],
  )
  return rows.map(({ person, relation }) => ({ kind: 'party.joined', person, relation }))
}
