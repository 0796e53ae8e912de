import type { Agreement } from '../agreement/state.js'
import type { Discipline } from '../case/discipline.js'
import type { Relation } from '../case/relation.js'
import type { LifecycleStatus } from '../goal/lifecycle.js'
import type { HistoryEntry } from '../history/entry.js'
import type { CaseId, GoalId, LogId, PersonId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'
import type { PersonName } from '../sync/wire.js'

export type { Discipline } from '../case/discipline.js'

/** A goal as lists show it. Times in ms. */
export interface GoalSummary {
  readonly id: GoalId
  readonly name: string
  readonly statement: AttributedText
  readonly lifecycle: LifecycleStatus
  readonly agreement: Agreement
  /** The latest change of any of its words. */
  readonly lastChange: { readonly by: PersonId; readonly at: number }
}

/** A case as the asker may see it. Goals stand in the rank that people gave them, those set aside included. */
export interface CaseSummary {
  readonly caseId: CaseId
  readonly plan: LogId
  readonly discipline: Discipline
  readonly openedAt: number
  readonly closedAt: number | null
  /** What the asker is to the case. */
  readonly relation: Relation
  /** Everybody named in the case, parties first, ended ones included. */
  readonly people: readonly PersonName[]
  readonly goals: readonly GoalSummary[]
  /** Null for guardians, and in a case that can have nothing of the kind. (CF6) */
  readonly confidential: ConfidentialGoals | null
  /** Only of a plan whose record does not hold: its goals can't be told, which is not that there are none. (FT12) */
  readonly unreadable?: boolean
}

/** What client and practitioner keep between them. (CF1) */
export interface ConfidentialGoals {
  /** Null until the first of them was started. */
  readonly log: LogId | null
  readonly goals: readonly GoalSummary[]
}

/** Answer of `POST /api/cases/:caseId/confidential`: the log, open. (CF1) */
export interface ConfidentialLogOpened {
  readonly log: LogId
}

/** Answer of `GET /api/cases`. */
export interface CaseList {
  readonly cases: readonly CaseSummary[]
  /** Of the practice's people: those that they may not work with now; absent where there is none. (DR30) */
  readonly restricted?: readonly RestrictedCaseLine[]
}

/** Whose record it is, so that nobody works with it by mistake, and since when, in ms. */
export interface RestrictedCaseLine {
  readonly caseId: CaseId
  readonly clients: readonly string[]
  readonly since: number
}

/** Answer of `GET /api/plans/:plan/history?after=SEQ`: entries in order, all of them or with an explicit `nextFrom`. (HI9) */
export interface HistoryPage {
  readonly plan: LogId
  readonly epoch: number
  /** The last entry of the log when the page was read. */
  readonly head: { readonly seq: number; readonly hash: string }
  readonly entries: readonly HistoryEntry[]
  /** Ask again with `after` at this seq; null when the page reaches the head. */
  readonly nextFrom: number | null
  readonly people: readonly PersonName[]
}
