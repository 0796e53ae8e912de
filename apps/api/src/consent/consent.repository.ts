import type { ConsentEntry } from '@accord/domain/consent/ledger'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { fromHex, toHex } from '@accord/domain/history/bytes'
import type { EntityManager } from 'typeorm'
import type { Sealed } from './consent-seal.js'

/** An answer as the database has it. */
export interface StoredConsent extends ConsentEntry {
  readonly words: Buffer
}

interface Row extends Omit<ConsentEntry, 'text'> {
  readonly text_version: number
  readonly text_hash: Buffer
  readonly words: Buffer
}

interface CasePlace {
  readonly clinic: ClinicId
  readonly caseId: CaseId
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const LEDGER = `
SELECT consent_id AS consent, client_id AS client, purpose, recipient_id AS recipient, answer, text_version, text_hash,
  scope, goal_id AS goal, ${MS('expires_at')} AS "expiresAt", signed_by AS "signedBy", ${MS('at')} AS at, words
FROM consent WHERE case_id = $1 ORDER BY place`

const ADD = `
INSERT INTO consent (consent_id, clinic_id, case_id, client_id, purpose, recipient_id, answer, text_version, text_hash,
  scope, goal_id, expires_at, signed_by, at, key_version, words, place)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`

/** The ledger as far as row-level security shows it, in its order. (CO4, CO8) */
export async function ledgerOf(manager: EntityManager, caseId: CaseId): Promise<readonly StoredConsent[]> {
  const rows = await manager.query<Row[]>(LEDGER, [caseId])
  return rows.map(({ text_version: version, text_hash: hash, ...row }) => ({
    ...row,
    text: { version, hash: toHex(hash) },
  }))
}

/** Adds an answer behind all others; the case is locked. */
export async function addAnswer(
  manager: EntityManager,
  { clinic, caseId }: CasePlace,
  entry: ConsentEntry,
  { words, keyVersion }: Sealed,
  place: number,
): Promise<void> {
  const { consent, client, purpose, recipient, answer, text, scope, goal, expiresAt, signedBy, at } = entry
  await manager.query(ADD, [
    ...[consent, clinic, caseId, client, purpose, recipient, answer, text.version],
    ...[Buffer.from(fromHex(text.hash)), scope, goal, expiresAt === null ? null : new Date(expiresAt)],
    ...[signedBy, new Date(at), keyVersion, words, place],
  ])
}

/** Notes with the case what its clients withhold, where every wall reads it. (CO6, CO7) */
export async function noteWithheld(
  manager: EntityManager,
  caseId: CaseId,
  { work, supervision }: { readonly work: boolean; readonly supervision: boolean },
): Promise<void> {
  await manager.query(
    'UPDATE clinic_case SET work_withheld = $2, supervision_withheld = $3 WHERE case_id = $1',
    [caseId, work, supervision],
  )
}

/** When a case was closed, in ms; null while it is open. */
export async function closedAtOf(manager: EntityManager, caseId: CaseId): Promise<number | null> {
  const [row] = await manager.query<{ at: number | null }[]>(
    `SELECT ${MS('closed_at')} AS at FROM clinic_case WHERE case_id = $1`,
    [caseId],
  )
  return row?.at ?? null
}

/** Supervisors whose part ended at this time (in ms), who are supervisors here still. (CO6) */
export async function endedSupervisors(
  manager: EntityManager,
  caseId: CaseId,
  at: number,
): Promise<readonly { readonly person: PersonId; readonly name: string }[]> {
  return manager.query(
    `SELECT DISTINCT s.person_id AS person, n.name FROM case_supervisor s
     JOIN membership m ON m.clinic_id = s.clinic_id AND m.person_id = s.person_id AND 'supervisor' = ANY (m.roles)
     JOIN person n ON n.person_id = s.person_id AND n.disabled_at IS NULL
     WHERE s.case_id = $1 AND ${MS('s.until')} = $2
       AND NOT EXISTS (SELECT 1 FROM case_supervisor now WHERE now.case_id = s.case_id
         AND now.person_id = s.person_id AND now.until IS NULL)`,
    [caseId, at],
  )
}
