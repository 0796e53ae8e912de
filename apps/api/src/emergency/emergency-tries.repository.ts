import { isSameName } from '@accord/domain/emergency/opening'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { EmergencyMatch } from '@accord/domain/rest/emergency'
import { Injectable } from '@nestjs/common'
import type { NewAct } from '../audit/audit.repository.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Asked of one person within an hour, over all processes. (EM2) */
const MOST_TRIES = 10

interface NamedClient {
  readonly caseId: CaseId
  readonly client: PersonId
  readonly name: string
}

/** Somebody's try to find a client, and the event that it leaves. */
export interface NewTry {
  readonly id: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly name: string
  readonly act: NewAct
}

const COUNT = `SELECT count(*)::int AS count FROM emergency_try
WHERE clinic_id = $1 AND person_id = $2 AND at > now() - interval '1 hour'`

const TRY = `INSERT INTO emergency_try (try_id, clinic_id, person_id, at) VALUES ($1, $2, $3, now())`

const CLIENTS = `SELECT p.case_id AS "caseId", p.person_id AS client, n.name
FROM case_party p JOIN person n USING (person_id)
WHERE p.clinic_id = $1 AND p.relation = 'client' AND p.until IS NULL AND NOT emergency_withheld(p.case_id, $2)`

/** Whom to ring, and who will read; nothing of the record. (EM1) */
const AROUND = `
SELECT coalesce((SELECT json_agg(n.name ORDER BY p.since) FROM case_party p JOIN person n USING (person_id)
    WHERE p.case_id = $1 AND p.until IS NULL AND p.relation = 'practitioner'), '[]') AS practitioners,
  coalesce((SELECT json_agg(n.name ORDER BY s.since) FROM case_supervisor s JOIN person n USING (person_id)
    WHERE s.case_id = $1 AND s.until IS NULL), '[]') AS supervisors,
  EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = $1 AND p.until IS NULL AND p.person_id = $2)
    OR EXISTS (SELECT 1 FROM case_supervisor s WHERE s.case_id = $1 AND s.until IS NULL AND s.person_id = $2) AS "isOwn"`

interface Around {
  readonly practitioners: readonly string[]
  readonly supervisors: readonly string[]
  readonly isOwn: boolean
}

/** Whoever asks for a client by name: how often, and what they are answered. (EM1, EM2) */
@Injectable()
export class EmergencyTries {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** Kept with its audit event, found or not. @returns null when it was too many */
  async find({ id, clinic, person, name, act }: NewTry): Promise<readonly EmergencyMatch[] | null> {
    return this.transactions.run(
      [clinic],
      async (manager) => {
        // Two tries at once would each count without the other.
        await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`emergency ${person}`])
        const [tried] = await manager.query<{ count: number }[]>(COUNT, [clinic, person])
        if (tried === undefined || tried.count >= MOST_TRIES) return null
        await manager.query(TRY, [id, clinic, person])
        const clients = await manager.query<NamedClient[]>(CLIENTS, [clinic, person])
        const matches: EmergencyMatch[] = []
        for (const { caseId, client, name: called } of clients) {
          if (!isSameName(called, name)) continue
          const [around] = await manager.query<Around[]>(AROUND, [caseId, person])
          if (!around) continue
          const { practitioners, supervisors, isOwn } = around
          const told = [called, ...practitioners, ...supervisors]
          matches.push({ caseId, client, name: called, practitioners, told, isOwn })
        }
        const acts = matches.map(({ caseId, client }) => ({ ...act, case: caseId, about: client }))
        const none = { ...act, outcome: 'refused', code: 'not-found' }
        await manager.query('SELECT append_audit($1::jsonb)', [
          JSON.stringify(acts.length > 0 ? acts : [none]),
        ])
        return matches
      },
      [person],
    )
  }
}
