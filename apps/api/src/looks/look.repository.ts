import type { LookEvent, LookKind } from '@accord/domain/looks/visits'
import type { EmergencyPart, ReviewOutcome } from '@accord/domain/emergency/opening'
import type { CaseId, ClinicId, GoalId, LogId, PersonId, SessionId } from '@accord/domain/ids'
import type { Relation } from '@accord/domain/case/relation'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { rowsOfIds, RowsOfEach } from '../database/rows-of-each.js'

/** A look as the database has it, and what was asked about it; words are encrypted. Times in ms. */
export interface LookRow extends LookEvent {
  /** Which of the case's sessions it is; null where none is meant. */
  readonly sessionNumber: number | null
  readonly asked: SealedWords | null
  readonly answered: SealedWords | null
  readonly opening: OpenedInEmergency | null
}

/** What an opening says to those who read its reason; who opened it is of no case that the names are taken from. (EM10) */
export interface OpenedInEmergency {
  readonly name: string
  readonly parts: readonly EmergencyPart[] | null
  readonly reason: Buffer | null
  readonly review: { readonly name: string; readonly at: number; readonly outcome: ReviewOutcome } | null
}

export interface SealedWords {
  readonly by: PersonId
  readonly at: number
  readonly words: Buffer
}

/** The case that looks are of, and who reads of them. */
interface LookPlace {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly reader: PersonId
}

/** Something to be written down about a look. */
export interface NewWords {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly event: string
  readonly by: PersonId
  readonly at: Date
  readonly keyVersion: number
  readonly words: Buffer
}

interface Row {
  readonly event: string
  readonly person: PersonId
  readonly relation: Relation
  readonly what: LookKind
  readonly goal: GoalId | null
  readonly session: SessionId | null
  readonly session_number: number | null
  readonly at: number
  readonly until: number | null
  readonly asked_by: PersonId | null
  readonly asked_at: number | null
  readonly asked_words: Buffer | null
  readonly answered_by: PersonId | null
  readonly answered_at: number | null
  readonly answered_words: Buffer | null
}

interface OpeningRow {
  readonly emergency_name: string | null
  readonly parts: readonly EmergencyPart[] | null
  readonly reason: Buffer | null
  readonly reviewed_by: string | null
  readonly reviewed_at: number | null
  readonly outcome: ReviewOutcome | null
}

interface PlanRow {
  readonly caseId: CaseId
  readonly plan: LogId
}

/** Questions that are told of one case at most. */
const MOST_QUESTIONS = 50

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const COLUMNS = `e.access_event_id AS event, e.person_id AS person, e.relation, e.goal_id AS goal, e.session_id AS session,
  CASE WHEN e.session_id IS NOT NULL THEN (SELECT count(*)::int FROM session n
    JOIN session o ON o.session_id = e.session_id AND o.case_id = n.case_id WHERE n.state <> 'cancelled'
    AND (n.scheduled_for, n.session_id) <= (o.scheduled_for, o.session_id)) END AS session_number,
  CASE e.what WHEN 'plan-opened' THEN 'plan' WHEN 'history-read' THEN 'history' WHEN 'replay-opened' THEN 'replay'
    WHEN 'exported' THEN 'export' WHEN 'note-read' THEN 'note' WHEN 'report-made' THEN 'report'
    WHEN 'emergency-opened' THEN 'emergency'
    ELSE e.what END AS what,
  ${MS('e.at')} AS at, ${MS(`(SELECT min(x.at) FROM access_event x WHERE x.opened_by_event = e.access_event_id
    AND x.what IN ('plan-left', 'replay-left'))`)} AS until,
  q.asked_by, ${MS('q.at')} AS asked_at, q.words AS asked_words,
  a.answered_by, ${MS('a.at')} AS answered_at, a.words AS answered_words`

/** Row-level security leaves out what isn't for a partner or a guardian. (EM10) */
const OPENING = `CASE WHEN e.what LIKE 'emergency-%' THEN (SELECT n.name FROM person n WHERE n.person_id = e.person_id) END
    AS emergency_name, o.parts, r.content AS reason,
  (SELECT n.name FROM person n WHERE n.person_id = v.reviewed_by) AS reviewed_by, ${MS('v.at')} AS reviewed_at, v.outcome`

const LOOKS = `SELECT ${COLUMNS}, ${OPENING}
FROM access_event e LEFT JOIN look_question q USING (access_event_id) LEFT JOIN look_answer a USING (access_event_id)
LEFT JOIN emergency_access o ON o.access_id = e.access_event_id
LEFT JOIN emergency_reason r ON r.access_id = o.access_id LEFT JOIN emergency_review v ON v.access_id = o.access_id
WHERE e.what NOT IN ('plan-left', 'replay-left') AND e.case_id = $1`

const OPENED_OF = `${LOOKS} AND e.what = 'emergency-opened' AND e.at > now() - interval '7 days' AND o.client_id = $2
ORDER BY e.at DESC LIMIT 20`

/** Begins with the questions, which are few, where the looks are many. */
const QUESTIONS = `SELECT e.case_id AS "caseId", ${COLUMNS}
FROM look_question q JOIN access_event e USING (access_event_id) LEFT JOIN look_answer a USING (access_event_id)
WHERE q.case_id = ANY ($1) AND e.what NOT IN ('plan-left', 'replay-left')
  AND ((e.person_id = $2 AND a.answered_by IS NULL) OR (q.asked_by = $2 AND a.answered_by IS NOT NULL))
ORDER BY e.at DESC`

const PLANS = `SELECT case_id AS "caseId", log_id AS plan FROM log WHERE case_id = ANY ($1) AND audience = 'plan'`

/** Looks at cases, and what is asked about them. Nothing here changes or removes one. (AC10, AC11) */
@Injectable()
export class LookRepository {
  private readonly plans: RowsOfEach<string, PlanRow>
  private readonly questions: RowsOfEach<
    Pick<LookPlace, 'caseId' | 'reader'>,
    Row & { readonly caseId: CaseId }
  >

  constructor(private readonly transactions: ClinicTransactions) {
    this.plans = rowsOfIds(transactions, PLANS, (row) => row.caseId)
    this.questions = new RowsOfEach(transactions, {
      sql: QUESTIONS,
      parameters: (things) => [things.map(({ caseId }) => caseId), things[0]?.reader],
      keyOf: ({ caseId }) => caseId,
      keyOfRow: (row) => row.caseId,
    })
  }

  /**
   * Everybody's looks but the reader's own, the latest first, before a time; of their own the copies that left the house, so
   * that nobody takes one in their name unseen. Notes are not for guardians. (AC10, NO13)
   */
  async before(place: LookPlace, before: Date, limit: number) {
    const end = `AND (e.person_id <> $2 OR (e.what = 'exported' AND e.relation IN ('client', 'guardian')))
      AND e.at < $3 AND (e.what <> 'note-read' OR NOT EXISTS (SELECT 1 FROM case_party p
      WHERE p.case_id = e.case_id AND p.person_id = $2 AND p.relation = 'guardian' AND p.until IS NULL))
      ORDER BY e.at DESC, e.access_event_id DESC LIMIT $4`
    return this.select(place, `${LOOKS} ${end}`, [place.caseId, place.reader, before, limit])
  }

  async one(place: LookPlace, event: string): Promise<LookRow | null> {
    const rows = await this.select(place, `${LOOKS} AND e.access_event_id = $2`, [place.caseId, event])
    return rows[0] ?? null
  }

  /** Looks that the reader was asked about and has not answered, and those that they asked about and were answered. */
  async askedOrAnswered({ clinic, caseId, reader }: LookPlace): Promise<readonly LookRow[]> {
    const rows = await this.questions.of({ caseId, reader }, { clinic, people: [reader] })
    return rows.slice(0, MOST_QUESTIONS).map(lookOf)
  }

  /** What was opened of a client's record in the last days, for that client. (EM10) */
  async openedInEmergency(place: LookPlace): Promise<readonly LookRow[]> {
    return this.select(place, OPENED_OF, [place.caseId, place.reader])
  }

  /** The log of a case's plan, whose key its words are encrypted with. */
  async planOf(clinic: ClinicId, caseId: CaseId): Promise<LogId | null> {
    const [row] = await this.plans.of(caseId, { clinic })
    return row?.plan ?? null
  }

  /** @returns false when it was asked already */
  async ask(asked: NewWords): Promise<boolean> {
    const { clinic, caseId, event, by, at, keyVersion, words } = asked
    return this.insert(
      { clinic, by },
      `INSERT INTO look_question (access_event_id, clinic_id, case_id, asked_by, at, key_version, words)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      [event, clinic, caseId, by, at, keyVersion, words],
    )
  }

  /** @returns false when it was answered already */
  async answer({ clinic, event, by, at, keyVersion, words }: NewWords): Promise<boolean> {
    return this.insert(
      { clinic, by },
      `INSERT INTO look_answer (access_event_id, clinic_id, answered_by, at, key_version, words)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [event, clinic, by, at, keyVersion, words],
    )
  }

  private async insert(
    { clinic, by }: Pick<NewWords, 'clinic' | 'by'>,
    sql: string,
    parameters: unknown[],
  ): Promise<boolean> {
    const ask = (manager: EntityManager) => manager.query<unknown[]>(sql, parameters)
    return (await this.transactions.run([clinic], ask, [by])).length > 0
  }

  /** Looks at a log that the reader is not shown are shown to them no more than the log. (CF5) */
  private async select(
    { clinic, reader }: LookPlace,
    sql: string,
    parameters: unknown[],
  ): Promise<readonly LookRow[]> {
    return (
      await this.transactions.ask<(Row & Partial<OpeningRow>)[]>([clinic], sql, parameters, [reader])
    ).map(lookOf)
  }
}

function lookOf(row: Row & Partial<OpeningRow>): LookRow {
  const { event, person, relation, what, goal, session, at, until } = row
  return {
    ...{ event, person, relation, what, goal, session, at, until },
    sessionNumber: row.session_number,
    asked: wordsOf(row.asked_by, row.asked_at, row.asked_words),
    answered: wordsOf(row.answered_by, row.answered_at, row.answered_words),
    opening: openingOf(row),
  }
}

function openingOf(row: Partial<OpeningRow>): OpenedInEmergency | null {
  const { emergency_name: name, parts = null, reason = null, reviewed_by: by, reviewed_at: at, outcome } = row
  if (!name) return null
  return { name, parts, reason, review: by && at && outcome ? { name: by, at, outcome } : null }
}

function wordsOf(by: PersonId | null, at: number | null, words: Buffer | null): SealedWords | null {
  return by === null || at === null || words === null ? null : { by, at, words }
}
