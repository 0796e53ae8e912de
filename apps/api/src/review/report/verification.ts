import { createHash } from 'node:crypto'
import type { LogId } from '@accord/domain/ids'

/** A log as far as a report covers it. */
export interface CoveredLog {
  readonly log: LogId
  readonly seq: number
  readonly hash: string
}

const TAG = 'accord/review-report/1'

/** The code of a report: whoever has the numbers that are printed beside it can make it again. docs/spec/review.md (RV13) */
export function verificationCode(plan: CoveredLog, review: CoveredLog | null): string {
  const ofReview = review ? [review.log, String(review.seq), review.hash] : ['-', '-', '-']
  const lines = [TAG, plan.log, String(plan.seq), plan.hash, ...ofReview]
  const digest = createHash('sha256').update(lines.map((line) => `${line}\n`).join(''))
  return (digest.digest('hex').slice(0, 20).match(/.{4}/gu) ?? []).join('-')
}
