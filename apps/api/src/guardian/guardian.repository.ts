import { GUARDIAN_AGES, TOLD_DAYS } from '@accord/domain/case/guardian-age'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import type { GuardianLine, GuardianRule, GuardianRuleBody } from '@accord/domain/rest/guardians'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** A guardian's part that lasts, and when the rule ends it, in ms from now: what is past is due. */
export interface EndingPart {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly person: PersonId
  readonly inMs: number
}

type Asker = { readonly clinic: ClinicId; readonly person: PersonId }
type Changed = { readonly name: string | null; readonly at: number | null }

const RULE = `
SELECT r.jurisdiction, r.age, r.version, n.name, floor(extract(epoch FROM r.edited_at) * 1000)::float8 AS at
FROM guardian_rule r JOIN person n ON n.person_id = r.edited_by ORDER BY r.version DESC LIMIT 1`

const SET_RULE = `
INSERT INTO guardian_rule (clinic_id, version, jurisdiction, age, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) ON CONFLICT DO NOTHING RETURNING 1`

/** The next ones of all clinics. A part that began after the day is somebody's decision, and no rule ends it. (GU3) */
const NEXT = `
SELECT * FROM (
  SELECT p.clinic_id AS clinic, p.case_id AS "caseId", p.person_id AS person,
    (extract(epoch FROM e.ends_at - now()) * 1000)::float8 AS "inMs"
  FROM case_party p CROSS JOIN LATERAL (SELECT guardians_end_at(p.case_id) AS ends_at) e
  WHERE p.relation = 'guardian' AND p.until IS NULL AND e.ends_at > p.since
) parts ORDER BY "inMs" LIMIT 100`

/** In whose name the entry stands: whoever set the rule last, else whoever administers longest. (GU4) */
const ANSWERS = `
SELECT m.person_id AS person FROM membership m JOIN person n USING (person_id)
WHERE m.clinic_id = $1 AND 'administrator' = ANY (m.roles)
ORDER BY m.person_id <> ALL (ARRAY(SELECT r.edited_by FROM guardian_rule r WHERE r.clinic_id = $1
  ORDER BY r.version DESC LIMIT 1)), n.disabled_at IS NOT NULL, m.person_id LIMIT 1`

const NOTE_END = `
INSERT INTO guardian_end (clinic_id, case_id, person_id, since, age, ends_at, at)
SELECT p.clinic_id, p.case_id, p.person_id, p.since, guardian_age(p.clinic_id), guardians_end_at(p.case_id), now()
FROM case_party p WHERE p.case_id = $1 AND p.person_id = $2 AND p.relation = 'guardian'
ORDER BY p.since DESC LIMIT 1`

/** To the practitioners and clients of the case now, and to the guardian, also when it is over. (GU5) */
const LINES = `
SELECT g.case_id AS "caseId", g.person_id AS guardian, n.name AS "guardianName",
  CASE WHEN g.person_id = $1 THEN 'guardian' ELSE mine.relation END AS relation,
  floor(extract(epoch FROM g.ends_at) * 1000)::float8 AS "endsAt", g.ends_at <= now() AS "hasEnded",
  ARRAY(SELECT c.name FROM case_party p JOIN person c USING (person_id)
    WHERE p.case_id = g.case_id AND p.relation = 'client' AND p.until IS NULL ORDER BY c.name) AS "clientNames"
FROM (
  SELECT p.case_id, p.person_id, coalesce(d.ends_at, CASE WHEN p.until IS NULL THEN e.ends_at END) AS ends_at
  FROM case_party p LEFT JOIN guardian_end d USING (case_id, person_id, since)
    CROSS JOIN LATERAL (SELECT guardians_end_at(p.case_id) AS ends_at) e
  WHERE p.relation = 'guardian' AND (p.until IS NULL OR d.at IS NOT NULL) AND e.ends_at > p.since AND (p.person_id = $1
    OR p.case_id IN (SELECT o.case_id FROM case_party o WHERE o.person_id = $1 AND o.until IS NULL))
) g JOIN person n USING (person_id)
LEFT JOIN case_party mine ON mine.case_id = g.case_id AND mine.person_id = $1 AND mine.until IS NULL
WHERE g.ends_at BETWEEN now() - make_interval(days => $2) AND now() + make_interval(days => $2)
  AND (g.person_id = $1 OR mine.relation IN ('practitioner', 'client'))
ORDER BY g.ends_at, n.name`

/** When guardians' parts end by rule. Nothing here changes or removes a rule or an end. */
@Injectable()
export class GuardianRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async rule(clinic: ClinicId): Promise<GuardianRule> {
    const [row] = await this.transactions.ask<(Omit<GuardianRule, 'changed'> & Changed)[]>([clinic], RULE, [])
    if (!row) return { jurisdiction: 'other', age: GUARDIAN_AGES.other, version: 0, changed: null }
    const { name, at, ...rule } = row
    return { ...rule, changed: { name: name ?? '', at: at ?? 0 } }
  }

  /** @returns false when somebody else wrote that version first */
  async setRule({ clinic, person }: Asker, body: GuardianRuleBody, at: number): Promise<boolean> {
    const row = [clinic, body.after + 1, body.jurisdiction, body.age, person, at]
    const set = await this.transactions.run([clinic], (manager) => manager.query<unknown[]>(SET_RULE, row), [
      person,
    ])
    return set.length > 0
  }

  async next(clinics: readonly ClinicId[]): Promise<readonly EndingPart[]> {
    return this.transactions.ask<EndingPart[]>(clinics, NEXT, [])
  }

  async answersFor(clinic: ClinicId): Promise<PersonId | null> {
    const [row] = await this.transactions.ask<{ person: PersonId }[]>([clinic], ANSWERS, [clinic])
    return row?.person ?? null
  }

  async lines({ clinic, person }: Asker): Promise<readonly GuardianLine[]> {
    return this.transactions.ask<GuardianLine[]>([clinic], LINES, [person, TOLD_DAYS])
  }
}

/** Keeps that the rule ended a part, in the transaction that ends it. (GU4) */
export async function noteEnd(manager: EntityManager, caseId: CaseId, person: PersonId): Promise<void> {
  await manager.query(NOTE_END, [caseId, person])
}
