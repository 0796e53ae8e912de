import type { SupervisionFacts } from '@accord/domain/access/supervision-facts'
import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { SupervisionPair } from '@accord/domain/rest/supervision'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'

/** Who asks of whose agenda and log. */
export interface PairPlace {
  readonly clinic: ClinicId
  readonly supervisor: PersonId
  readonly practitioner: PersonId
  /** One of the two; in transactions that name nobody of them no row is seen. (SQ14) */
  readonly asker: PersonId
}

/** Names a pair's key as it names the pair. */
export type PairId = LogId

const TOGETHER = (supervisor: string, practitioner: string) => `EXISTS (
  SELECT 1 FROM case_supervisor s
  JOIN clinic_case c ON c.case_id = s.case_id AND c.closed_at IS NULL
  JOIN case_party p ON p.case_id = s.case_id AND p.relation = 'practitioner' AND p.until IS NULL
  WHERE s.until IS NULL AND s.person_id = ${supervisor} AND p.person_id = ${practitioner})`

const PAIRS = `
SELECT pair.supervisor_id, pair.practitioner_id, s.name AS supervisor, p.name AS practitioner,
  ${TOGETHER('pair.supervisor_id', 'pair.practitioner_id')} AS current
FROM (
  SELECT DISTINCT s.person_id AS supervisor_id, p.person_id AS practitioner_id
  FROM case_supervisor s
  JOIN clinic_case c ON c.case_id = s.case_id AND c.closed_at IS NULL
  JOIN case_party p ON p.case_id = s.case_id AND p.relation = 'practitioner' AND p.until IS NULL
  WHERE s.until IS NULL AND (s.person_id = $1 OR p.person_id = $1)
  UNION
  SELECT supervisor_id, practitioner_id FROM supervision
) pair
JOIN person s ON s.person_id = pair.supervisor_id
JOIN person p ON p.person_id = pair.practitioner_id
ORDER BY current DESC, p.name, s.name`

interface PairRow {
  readonly supervisor_id: PersonId
  readonly practitioner_id: PersonId
  readonly supervisor: string
  readonly practitioner: string
  readonly current: boolean
}

/** Supervisors with their practitioners, each pair with a key of its own. (SQ14) */
@Injectable()
export class PairRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  async within<T>(place: PairPlace, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run([place.clinic], work, [place.asker])
  }

  async facts(place: PairPlace): Promise<SupervisionFacts> {
    const { clinic, supervisor, practitioner } = place
    const [row] = await this.within(place, (manager) =>
      manager.query<{ current: boolean; kept: boolean }[]>(
        `SELECT ${TOGETHER('$1', '$2')} AS current, EXISTS (SELECT 1 FROM supervision
           WHERE supervisor_id = $1 AND practitioner_id = $2) AS kept`,
        [supervisor, practitioner],
      ),
    )
    return { clinic, supervisor, practitioner, isCurrent: row?.current ?? false, isKept: row?.kept ?? false }
  }

  async of(clinic: ClinicId, person: PersonId): Promise<readonly SupervisionPair[]> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<PairRow[]>(PAIRS, [person]),
      [person],
    )
    return rows.map((row) => ({
      supervisor: { person: row.supervisor_id, name: row.supervisor },
      practitioner: { person: row.practitioner_id, name: row.practitioner },
      isCurrent: row.current,
    }))
  }

  async find(manager: EntityManager, { supervisor, practitioner }: PairPlace): Promise<PairId | null> {
    const [row] = await manager.query<{ id: PairId }[]>(
      'SELECT supervision_id AS id FROM supervision WHERE supervisor_id = $1 AND practitioner_id = $2',
      [supervisor, practitioner],
    )
    return row?.id ?? null
  }

  /** The pair's, begun now if it had none. Its key is on the disk before anything is encrypted with it. */
  async findOrBegin(manager: EntityManager, place: PairPlace, at: number): Promise<PairId> {
    const found = await this.find(manager, place)
    if (found) return found
    const id = newUuid(at) as PairId
    const rows = await manager.query<unknown[]>(
      `INSERT INTO supervision (supervision_id, clinic_id, supervisor_id, practitioner_id, created_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING supervision_id`,
      [id, place.clinic, place.supervisor, place.practitioner, new Date(at)],
    )
    // The other of the two began it at this moment.
    if (rows.length === 0) return (await this.find(manager, place)) ?? this.findOrBegin(manager, place, at)
    this.keys.create(id)
    return id
  }
}
