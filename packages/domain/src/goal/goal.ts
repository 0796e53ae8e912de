import type { AgreedWords, Answer } from '../agreement/answer.js'
import type { GoalId, PersonId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'
import type { GoalField } from './field.js'
import type { GoalComment, SmallWin, TopicCard } from './conversation.js'
import type { LastChange } from './last-change.js'
import type { LifecycleStatus } from './lifecycle.js'
import type { Rating, ScaleVersion } from './scale.js'
import type { Step } from './step.js'

/** Whether a goal wants something to become different or to stay. */
export type GoalKind = 'change' | 'maintain'

/** What practitioner and client want together [FHIR Goal]. Times in ms. */
export interface Goal {
  readonly id: GoalId
  readonly kind: GoalKind
  readonly lifecycle: LifecycleStatus
  /** Why it was set aside [FHIR Goal.statusReason]; null unless it is. */
  readonly setAsideBecause: string | null
  readonly name: AttributedText
  readonly statement: AttributedText
  readonly why: AttributedText
  readonly startedBy: PersonId
  /** Whether its first words were a draft that somebody kept to themselves. (DR3) */
  readonly wasDraft: boolean
  readonly startedAt: number
  readonly lastChange: Readonly<Record<GoalField, LastChange | null>>
  readonly answers: readonly Answer[]
  /** The words that all live parties agreed to last. */
  readonly agreed: AgreedWords | null
  /** When that agreement last ceased to cover the present words; null while it covers them. */
  readonly lapsedAt: number | null
  /** Whose goal it is, where that is not everybody's: their agreement alone counts. (AG11) */
  readonly narrowedTo: readonly PersonId[] | null
  /** Steps in the rank that people gave them, those set aside included. */
  readonly steps: readonly Step[]
  readonly scales: readonly ScaleVersion[]
  readonly ratings: readonly Rating[]
  readonly comments: readonly GoalComment[]
  readonly topics: readonly TopicCard[]
  readonly wins: readonly SmallWin[]
}
