import type { Moment } from '@accord/domain/history/moments'
import type { Plan } from '@accord/domain/plan/plan'
import type { Review } from '@accord/domain/review/review'
import type { Named } from './moment-words.js'
import type { CoveredLog } from './verification.js'

/** Everything that a report tells. */
export interface ReportContent {
  readonly clinic: string
  readonly clients: string
  readonly madeBy: string
  readonly plan: Plan
  readonly moments: readonly Moment[]
  readonly review: Review
  readonly covers: { readonly plan: CoveredLog; readonly review: CoveredLog | null; readonly code: string }
  readonly named: Named
  /** A day with its time, as the clinic's people write it. */
  readonly when: (at: number) => string
  readonly at: number
}
