import type { Relation } from '../case/relation.js'
import type { GoalId, PersonId } from '../ids.js'
import { wordsOf, type Review, type ReviewThread, type ReviewWords } from './review.js'

/** Something in a review that would like somebody's attention. Times in ms. (AT12) */
export interface ReviewConcern {
  /** A change that is asked for waits until it is answered; the others are news. */
  readonly kind: 'review-ask' | 'review-comment' | 'review-reply'
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly text: string
  /** The entry of the plan's record that it is about. */
  readonly seq: number
  readonly goal: GoalId | null
  readonly isNew: boolean
}

/** With whose eyes a review is looked at, and up to when they have seen the case. */
interface Reader {
  readonly person: PersonId
  readonly relation: Relation
  readonly seenUpTo: number
}

/**
 * What was said to somebody in a review: to a practitioner comments and replies as news, and every ask until it is
 * answered; to a supervisor comments, replies and answers as news. To nobody else anything. (AT12)
 */
export function reviewConcerns(review: Review, reader: Reader): readonly ReviewConcern[] {
  if (reader.relation !== 'practitioner' && reader.relation !== 'supervisor') return []
  return review.threads.flatMap((thread) =>
    wordsOf(thread).flatMap((words) => {
      const concern = concernOf(thread, words, reader)
      const waits = concern.kind === 'review-ask'
      return words.by !== reader.person && (waits || concern.isNew) ? [concern] : []
    }),
  )
}

function concernOf(thread: ReviewThread, words: ReviewWords, reader: Reader): ReviewConcern {
  const { id, by, at, text } = words
  const isFirst = id === thread.id
  const isOpenAsk = isFirst && thread.kind === 'ask' && thread.answer === null
  const waits = isOpenAsk && reader.relation === 'practitioner'
  const kind = waits ? 'review-ask' : isFirst ? 'review-comment' : 'review-reply'
  const { seq, goal } = thread.pin
  return { kind, id, by, at, text, seq, goal, isNew: at > reader.seenUpTo }
}
