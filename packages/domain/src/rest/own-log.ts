import type { GoalId, LogId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'

/** What a draft is set aside with once its words are in the plan; data, never shown. (DR3) */
export const SHARED = 'shared'

/** Why a draft is put away, as its log keeps it: nobody says by accident that it was shared. (DR6) */
export function putAwayReason(words: string): string {
  const reason = words.trim()
  return reason === SHARED ? `${reason}.` : reason
}

/** A goal that nobody but its writer can see. Times in ms. */
export interface DraftSummary {
  readonly id: GoalId
  readonly name: string
  readonly statement: AttributedText
  /** {@link SHARED} once its words are in the plan. */
  readonly setAsideBecause: string | null
  readonly startedAt: number
}

/** Answer of `GET /api/cases/:caseId/drafts`: the asker's own. `log` is null until there was one. (DR1) */
export interface OwnDrafts {
  readonly log: LogId | null
  readonly drafts: readonly DraftSummary[]
}

/** Answer of `POST /api/cases/:caseId/drafts` and `POST /api/cases/:caseId/private`: the own log, open. (DR1, DR2) */
export interface OwnLogOpened {
  readonly log: LogId
}
