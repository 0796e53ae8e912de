import type { AnswerKind } from '../agreement/answer.js'
import type { GoalField } from '../goal/field.js'
import type { GoalKind } from '../goal/goal.js'
import type { GoalId } from '../ids.js'

/** What somebody asks to have done to a governed fact. Decided by `decide`, through one door. (LP7) */
export type PlanCommand =
  | { readonly name: 'goal.add'; readonly goal: GoalId; readonly kind: GoalKind; readonly title: string }
  /** Gives a goal the place after another one, or the first. */
  | { readonly name: 'goal.move'; readonly goal: GoalId; readonly after: GoalId | null }
  | { readonly name: 'goal.setAside'; readonly goal: GoalId; readonly reason: string }
  | { readonly name: 'goal.takeUp'; readonly goal: GoalId }
  /** An answer to the words on screen: their hash, and the seq they were read at as evidence. (AG6) */
  | {
      readonly name: 'agreement.answer'
      readonly goal: GoalId
      readonly answer: AnswerKind
      readonly wording: string
      readonly readAt: number
      readonly reason: string | null
    }
  /** Gives back the words of a field as they stood after entry `to`, each to its writer. (HI8) */
  | {
      readonly name: 'wording.restore'
      readonly goal: GoalId
      readonly field: GoalField
      readonly to: number
    }
