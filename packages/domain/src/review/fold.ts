import type { HistoryEntry } from '../history/entry.js'
import { reviewActSchema, type ReviewAct } from './act.js'
import { refusalInReview, type Reviewer } from './decide.js'
import type { Review, ReviewSignature, ReviewThread, ReviewWords } from './review.js'

/** An entry of a review's log, read. Its record is empty: the act says all. (RV1) */
export type ReviewEntry = Pick<HistoryEntry, 'seq' | 'at' | 'author' | 'relation'> & {
  readonly payload: ReviewAct
}

/** What an entry of a review's log holds; null when it is no act of a review. */
export function readReviewEntry(entry: HistoryEntry): ReviewEntry | null {
  const { seq, at, author, relation } = entry
  const read = reviewActSchema.safeParse(entry.payload)
  return read.success ? { seq, at, author, relation, payload: read.data } : null
}

/** Folds an entry in. Throws a RangeError on a gap, and on an act that no rule allows. (RV1) */
export function foldReviewEntry(review: Review, entry: ReviewEntry): Review {
  const { seq, at, author, relation, payload: act } = entry
  if (seq !== review.seq + 1) throw new RangeError(`entry ${seq} does not follow ${review.seq}`)
  if (relation !== 'supervisor' && relation !== 'practitioner')
    throw new RangeError(`a ${relation} does not write in a review`)
  const by: Reviewer = { person: author, relation }
  const no = refusalInReview(review, act, by)
  if (no) throw new RangeError(`entry ${seq} breaks a rule: ${no.refused}`)
  const acts = new Map(review.acts).set(act.id, author)
  return { ...enacted(review, act, by, at), seq, acts }
}

function enacted(review: Review, act: ReviewAct, by: Reviewer, at: number): Review {
  switch (act.kind) {
    case 'review.comment':
      return begun(review, { ...opening(act, by, at), kind: 'comment', readers: act.readers })
    case 'review.ask':
      return begun(review, { ...opening(act, by, at), kind: 'ask', answer: null })
    case 'review.reply':
      return changed(review, act.to, (thread) => ({
        ...thread,
        replies: [...thread.replies, said(act, by, at)],
        resolved: null,
      }))
    case 'review.answer':
      return changed(review, act.to, (thread) =>
        thread.kind === 'ask' ? { ...thread, answer: said(act, by, at) } : thread,
      )
    case 'review.sign': {
      const { id, plan, from, upTo, checklist, concerns } = act
      const what = { plan, from, upTo, checklist, concerns }
      const signature: ReviewSignature = { id, by: by.person, at, ...what, additions: [] }
      return { ...review, signatures: [...review.signatures, signature] }
    }
    case 'review.amend':
      return amended(review, act, at)
    case 'review.resolve':
      return changed(review, act.thread, (thread) => ({ ...thread, resolved: { by: by.person, at } }))
  }
}

function said(
  { id, text }: { readonly id: string; readonly text: string },
  { person, relation }: Reviewer,
  at: number,
): ReviewWords {
  return { id, by: person, relation, at, text, amendments: [] }
}

function opening(act: Extract<ReviewAct, { pin: unknown }>, by: Reviewer, at: number) {
  return { ...said(act, by, at), pin: act.pin, replies: [], resolved: null }
}

function begun(review: Review, thread: ReviewThread): Review {
  return { ...review, threads: [...review.threads, thread] }
}

function changed(review: Review, id: string, change: (thread: ReviewThread) => ReviewThread): Review {
  return { ...review, threads: review.threads.map((thread) => (thread.id === id ? change(thread) : thread)) }
}

function amended(review: Review, act: Extract<ReviewAct, { kind: 'review.amend' }>, at: number): Review {
  const { of, text, reason, readers } = act
  const addition = { at, reason, text }
  const reworded = <Words extends ReviewWords>(words: Words): Words =>
    words.id === of
      ? { ...words, text, amendments: [...words.amendments, { at, reason, before: words.text }] }
      : words
  const threads = review.threads.map((thread): ReviewThread => {
    const replies = thread.replies.map(reworded)
    if (thread.kind === 'ask')
      return { ...reworded(thread), replies, answer: thread.answer && reworded(thread.answer) }
    const isShown = thread.id === of && readers !== null ? readers : thread.readers
    return { ...reworded(thread), replies, readers: isShown }
  })
  const signatures = review.signatures.map((signature) =>
    signature.id === of ? { ...signature, additions: [...signature.additions, addition] } : signature,
  )
  return { ...review, threads, signatures }
}
