import type { PersonId } from '../ids.js'

/** What somebody said beside a goal; a question stays open until somebody answers it. (CM1) */
export interface GoalComment {
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly text: string
  readonly asks: boolean
  readonly answer: { readonly by: PersonId; readonly at: number; readonly text: string } | null
}

/** How talking about something helps a goal. (CM2) */
export interface TopicCard {
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly topic: string
  readonly helps: string
}

/** Something that went well, however small; no points, no streaks. (CM3) */
export interface SmallWin {
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly text: string
}

export function openQuestions(comments: readonly GoalComment[]): readonly GoalComment[] {
  return comments.filter((comment) => comment.asks && comment.answer === null)
}
