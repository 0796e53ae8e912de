import type { CaseId } from '@accord/domain/ids'
import type { ReviewView } from '@accord/domain/rest/review'
import { PEOPLE, PLAN } from './people.js'

/** A review in which nobody has said anything yet. */
export function aReview(head: ReviewView['head'], changes: Partial<ReviewView> = {}): ReviewView {
  return {
    caseId: 'case' as CaseId,
    plan: PLAN,
    head,
    reviewed: null,
    threads: [],
    signatures: [],
    covered: null,
    changesSince: head.seq,
    checklist: { version: 0, items: ['Goals are in the client’s words'] },
    people: PEOPLE,
    ...changes,
  }
}
