import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { GoalField } from '@accord/domain/goal/field'
import type { DemoKey } from './people.js'
import type { Act, Deed, Moment } from './story.js'

/** What somebody did at one sitting. */
export function act(by: DemoKey, at: Moment, does: readonly Deed[]): Act {
  return { at, by, does }
}

/** The same in another log than the plan: between client and practitioner, or one's own drafts. (CF1, DR1) */
export function actIn(where: NonNullable<Act['where']>, by: DemoKey, at: Moment, does: readonly Deed[]): Act {
  return { at, by, where, does }
}

export function start(goal: string, title: string): Deed {
  return { kind: 'start', goal, title }
}

export function write(goal: string, words: string, field: GoalField = 'statement'): Deed {
  return { kind: 'write', goal, field, words }
}

export function answer(goal: string, given: AnswerKind, reason?: string): Deed {
  return { kind: 'answer', goal, answer: given, ...(reason === undefined ? {} : { reason }) }
}
