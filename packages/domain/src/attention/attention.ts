import type { AnswerKind } from '../agreement/answer.js'
import type { CalendarDay } from '../goal/step.js'
import type { GoalId, PersonId, StepId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'

/** Where in a plan something waits. */
interface Place {
  readonly goal: GoalId
  readonly goalName: string
  /** When it came to be so, in ms. */
  readonly at: number
  /** Came to be so after this person last looked. (AT8) */
  readonly isNew: boolean
}

/** The same for what people agree to: a goal's words, or with `step` that step's. */
interface AgreeablePlace extends Place {
  readonly step: StepId | null
}

/** Something in a plan that would like somebody's attention: its reason, its place, one act. (AT1) */
export type AttentionItem =
  /** Words changed after everybody had agreed, and this person has not answered to them yet. (AT2) */
  | (AgreeablePlace & {
      readonly kind: 'lapsed'
      /** Who changed them last; null where nobody is named. */
      readonly by: PersonId | null
      readonly before: string
      readonly words: AttributedText
      readonly agreedBy: readonly PersonId[]
    })
  /** Others stand behind the words; this person has not answered yet. (AT3) */
  | (AgreeablePlace & {
      readonly kind: 'awaits-you'
      readonly words: AttributedText
      readonly agreedBy: readonly PersonId[]
    })
  /** Somebody said something other than yes. (AT5) */
  | (AgreeablePlace & {
      readonly kind: 'answered'
      readonly by: PersonId
      readonly answer: Exclude<AnswerKind, 'agree'>
      readonly reason: string | null
    })
  /** A question of somebody else's that is open. (AT4) */
  | (Place & {
      readonly kind: 'question'
      readonly comment: string
      readonly by: PersonId
      readonly text: string
    })
  /** Somebody else's comment, or their answer to this person's question. (AT6) */
  | (Place & {
      readonly kind: 'comment' | 'question-answered'
      readonly comment: string
      readonly by: PersonId
      readonly text: string
    })
  /** A goal that somebody else started, or a draft that they shared. (AT6) */
  | (Place & {
      readonly kind: 'goal-started' | 'goal-shared'
      readonly by: PersonId
      readonly words: AttributedText
    })
  /** A step of this person's that is due within a week, or was. (AT7) */
  | (Place & {
      readonly kind: 'step-due'
      readonly step: StepId
      readonly text: string
      readonly due: CalendarDay
    })

/** Items that somebody is only told of; the others wait until they are done. (AT6) */
const NEWS: Readonly<Record<AttentionItem['kind'], boolean>> = {
  lapsed: false,
  'awaits-you': false,
  question: false,
  'step-due': false,
  answered: true,
  comment: true,
  'question-answered': true,
  'goal-started': true,
  'goal-shared': true,
}

export function isNews(item: AttentionItem): boolean {
  return NEWS[item.kind]
}

/** What waits comes before what is only news; in each the oldest first. (AT9) */
export function inOrder(items: readonly AttentionItem[]): readonly AttentionItem[] {
  return [...items].sort((a, b) => Number(isNews(a)) - Number(isNews(b)) || a.at - b.at)
}
