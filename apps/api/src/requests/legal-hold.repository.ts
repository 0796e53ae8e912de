import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'

interface NewHold {
  readonly id: string
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly reason: Buffer
  readonly by: PersonId
  readonly at: number
}

/** Whether something forbids to erase a case now. */
export async function holdOf(manager: EntityManager, caseId: CaseId): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    'SELECT 1 FROM legal_hold WHERE case_id = $1 AND lifted_at IS NULL',
    [caseId],
  )
  return found.length > 0
}

export async function keepHold(manager: EntityManager, hold: NewHold): Promise<void> {
  const { id, clinic, caseId, reason, by, at } = hold
  await manager.query(
    `INSERT INTO legal_hold (hold_id, clinic_id, case_id, reason, placed_by, placed_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, clinic, caseId, reason, by, new Date(at)],
  )
}

/** @param at in ms @returns false where none stood */
export async function liftHold(
  manager: EntityManager,
  caseId: CaseId,
  by: PersonId,
  at: number,
): Promise<boolean> {
  const lifted = await manager.query<unknown[]>(
    `WITH lifted AS (UPDATE legal_hold SET lifted_by = $2, lifted_at = $3
       WHERE case_id = $1 AND lifted_at IS NULL RETURNING 1) SELECT 1 FROM lifted`,
    [caseId, by, new Date(at)],
  )
  return lifted.length > 0
}
