import type { AnswerKind } from '../agreement/answer.js'
import type { TextField } from '../goal/field.js'
import type { GoalKind } from '../goal/goal.js'
import type { RatedOn } from '../goal/scale.js'
import type { CalendarDay } from '../goal/step.js'
import type { GoalId, PersonId, StepId } from '../ids.js'

/** What somebody asks to have done to a governed fact. Decided by `decide`, through one door. (LP7) */
export type PlanCommand = GoalCommand | StepCommand | MeasureCommand | ConversationCommand

export type GoalCommand =
  | { readonly name: 'goal.add'; readonly goal: GoalId; readonly kind: GoalKind; readonly title: string }
  /** Brings a draft into the plan, with its words: one entry, so the draft's own log leaves no trace here. (DR3) */
  | {
      readonly name: 'goal.share'
      readonly goal: GoalId
      readonly kind: GoalKind
      readonly title: string
      readonly statement: string
      readonly why: string
    }
  /** Gives a goal the place after another one, or the first. */
  | { readonly name: 'goal.move'; readonly goal: GoalId; readonly after: GoalId | null }
  | { readonly name: 'goal.setAside'; readonly goal: GoalId; readonly reason: string }
  | { readonly name: 'goal.takeUp'; readonly goal: GoalId }
  /** Says whose goal it is; null for everybody's. (AG11) */
  | { readonly name: 'goal.narrow'; readonly goal: GoalId; readonly to: readonly PersonId[] | null }
  /** An answer to the words on screen: their hash, and the seq they were read at as evidence. (AG6) */
  | {
      readonly name: 'agreement.answer'
      readonly goal: GoalId
      readonly step?: StepId | undefined
      readonly answer: AnswerKind
      readonly wording: string
      readonly readAt: number
      readonly reason: string | null
    }
  /** Gives back the words of a field as they stood after entry `to`, each to its writer. (HI8) */
  | {
      readonly name: 'wording.restore'
      readonly goal: GoalId
      readonly step?: StepId | undefined
      readonly field: TextField
      readonly to: number
    }

export type StepCommand =
  | { readonly name: 'step.add'; readonly goal: GoalId; readonly step: StepId; readonly text: string }
  | {
      readonly name: 'step.move'
      readonly goal: GoalId
      readonly step: StepId
      readonly after: StepId | null
    }
  /** Who does it, by when. */
  | {
      readonly name: 'step.plan'
      readonly goal: GoalId
      readonly step: StepId
      readonly who: readonly PersonId[]
      readonly due: CalendarDay | null
    }
  | { readonly name: 'step.done'; readonly goal: GoalId; readonly step: StepId; readonly done: boolean }
  | { readonly name: 'step.setAside'; readonly goal: GoalId; readonly step: StepId; readonly aside: boolean }

export type MeasureCommand =
  /** Describes the five levels, lowest first; after somebody has rated, a new version. (GS2) */
  | { readonly name: 'scale.describe'; readonly goal: GoalId; readonly levels: readonly string[] }
  | { readonly name: 'rating.give'; readonly goal: GoalId; readonly on: RatedOn; readonly value: number }

export type ConversationCommand =
  | {
      readonly name: 'comment.add'
      readonly goal: GoalId
      readonly comment: string
      readonly text: string
      readonly asks: boolean
    }
  | {
      readonly name: 'comment.answer'
      readonly goal: GoalId
      readonly comment: string
      readonly text: string
    }
  | {
      readonly name: 'topic.add'
      readonly goal: GoalId
      readonly topic: string
      readonly about: string
      readonly helps: string
    }
  | { readonly name: 'win.add'; readonly goal: GoalId; readonly win: string; readonly text: string }

/** What a person wrote into a command. An answer's reason belongs to words on screen and is asked for with them. */
export function wordsOfCommand(command: PlanCommand): readonly string[] {
  switch (command.name) {
    case 'goal.add':
      return [command.title]
    case 'goal.share':
      return [command.title, command.statement, command.why]
    case 'goal.setAside':
      return [command.reason]
    case 'step.add':
    case 'comment.add':
    case 'comment.answer':
    case 'win.add':
      return [command.text]
    case 'topic.add':
      return [command.about, command.helps]
    case 'scale.describe':
      return command.levels
    case 'goal.move':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'agreement.answer':
    case 'wording.restore':
    case 'step.move':
    case 'step.plan':
    case 'step.done':
    case 'step.setAside':
    case 'rating.give':
      return []
  }
}
