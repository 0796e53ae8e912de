import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { GoalField } from '@accord/domain/goal/field'
import type { GoalKind } from '@accord/domain/goal/goal'
import type { Discipline } from '@accord/domain/rest/case'
import type { DemoKey } from './people.js'

/** When something was done: so many days ago at a time of day, or so many minutes ago. */
export type Moment =
  { readonly days: number; readonly time: `${number}:${number}` } | { readonly minutes: number }

/** What somebody does to a goal, which the story calls by a short name of its own. */
export type Deed =
  | { readonly kind: 'start'; readonly goal: string; readonly title: string; readonly as?: GoalKind }
  /** Types until the field reads so, a few keystrokes at a time. */
  | { readonly kind: 'write'; readonly goal: string; readonly field?: GoalField; readonly words: string }
  | { readonly kind: 'answer'; readonly goal: string; readonly answer: AnswerKind; readonly reason?: string }
  | { readonly kind: 'setAside'; readonly goal: string; readonly reason: string }

export interface Act {
  readonly at: Moment
  readonly by: DemoKey
  readonly does: readonly Deed[]
}

/** One case of the demo clinic: its people and what they did, the oldest first. */
export interface Story {
  readonly client: DemoKey
  readonly discipline: Discipline
  readonly openedDaysAgo: number
  readonly acts: readonly Act[]
}

/** @returns ms since the Unix epoch */
export function timeOf(moment: Moment, now: number): number {
  if ('minutes' in moment) return now - moment.minutes * 60_000
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number)
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - moment.days, hours, minutes).getTime()
}
