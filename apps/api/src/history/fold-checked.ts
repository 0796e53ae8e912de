import { canonicalJson } from '@accord/domain/history/content'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { LogId } from '@accord/domain/ids'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import { foldReviewEntry, readReviewEntry } from '@accord/domain/review/fold'
import { EMPTY_REVIEW, type Review } from '@accord/domain/review/review'
import type { StoredEntry } from './sealing.js'

/** Whose eyes a log is for. */
export type LogAudience = 'plan' | 'draft' | 'private' | 'review' | 'confidential'

/** What the entries of a log have folded to so far: a review, or a plan for a log of any other audience. */
export type Folded =
  { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'review'; readonly review: Review }

export function foldStart(log: LogId, audience: LogAudience | null): Folded {
  return audience === 'review'
    ? { kind: 'review', review: EMPTY_REVIEW }
    : { kind: 'plan', plan: emptyPlan(log) }
}

/**
 * Null when the record or the kind beside the payload does not say what the payload means. Throws where the entry does
 * not fold at all. (HI2, RV1)
 */
export function foldChecked(folded: Folded, stored: StoredEntry, entry: HistoryEntry): Folded | null {
  if (stored.kind !== entry.payload.kind) return null
  if (entry.payload.kind === 'erased') return foldErased(folded, stored, entry)
  if (folded.kind === 'review') {
    const read = readReviewEntry(entry)
    if (!read || canonicalJson(entry.record) !== '{}') return null
    return { kind: 'review', review: foldReviewEntry(folded.review, read) }
  }
  const { plan, record } = enact(folded.plan, entry, entry.payload)
  if (canonicalJson(record) !== canonicalJson(entry.record)) return null
  return { kind: 'plan', plan: { ...plan, epoch: entry.epoch } }
}

/** Of a review as of a plan nothing is left: it begins anew. (ER3) */
function foldErased(folded: Folded, stored: StoredEntry, entry: HistoryEntry): Folded | null {
  if (canonicalJson(entry.record) !== '{}') return null
  if (folded.kind === 'review') return foldStart(stored.log, 'review')
  const { plan } = enact(emptyPlan(stored.log), entry, entry.payload)
  return { kind: 'plan', plan: { ...plan, epoch: entry.epoch } }
}
