import type { Moment } from './story.js'

/** What somebody does in a review, which the story calls by short names of its own. */
export type ReviewDeed =
  | {
      readonly kind: 'comment' | 'ask'
      readonly thread: string
      /** The words that the story wrote at the moment that is meant. */
      readonly on: string
      readonly passage?: string
      readonly text: string
      /** Safe for the client; a comment only. */
      readonly forClient?: boolean
    }
  | { readonly kind: 'reply' | 'answer'; readonly thread: string; readonly text: string }
  /** Signs everything that is there, with the lines of the checklist that are ticked, from 0. */
  | { readonly kind: 'sign'; readonly ticked: readonly number[]; readonly concerns: string | null }

/** One sitting of a supervisor or a practitioner with a review. */
export interface ReviewScene {
  readonly at: Moment
  readonly by: 'ruth' | 'mara'
  readonly does: readonly ReviewDeed[]
}
