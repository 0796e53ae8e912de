import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { GoalField } from '@accord/domain/goal/field'
import type { GoalKind } from '@accord/domain/goal/goal'
import type { SessionKind, SessionPlace } from '@accord/domain/session/session'
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
  /** Says whose goal it is; null for everybody's. (AG11) */
  | { readonly kind: 'narrow'; readonly goal: string; readonly to: readonly DemoKey[] | null }
  | StepDeed
  /** Describes the five levels, lowest first. */
  | { readonly kind: 'scale'; readonly goal: string; readonly levels: readonly string[] }
  /** Rates on the newest scale, or from 0 to 10 where there is none. */
  | { readonly kind: 'rate'; readonly goal: string; readonly value: number }
  | { readonly kind: 'ask'; readonly goal: string; readonly question: string; readonly words: string }
  | { readonly kind: 'reply'; readonly goal: string; readonly question: string; readonly words: string }
  | { readonly kind: 'topic'; readonly goal: string; readonly about: string; readonly helps: string }
  | { readonly kind: 'win'; readonly goal: string; readonly words: string }

/** What somebody does to a step, which the story also calls by a short name. */
export type StepDeed =
  | {
      readonly kind: 'step'
      readonly goal: string
      readonly step: string
      readonly words: string
      readonly who: readonly DemoKey[]
      /** By which day, counted from today; days gone by are negative. */
      readonly due?: number
      readonly helps?: string
    }
  | { readonly kind: 'done'; readonly goal: string; readonly step: string }
  | {
      readonly kind: 'answerStep'
      readonly goal: string
      readonly step: string
      readonly answer: AnswerKind
      readonly reason?: string
    }

export interface Act {
  readonly at: Moment
  readonly by: DemoKey
  /** In which log: the plan unless it is said. */
  readonly where?: 'confidential' | 'draft'
  readonly does: readonly Deed[]
}

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

/** A session that was, so many days ago, or one that is scheduled in so many days. */
export type MeetingScene = (
  | { readonly days: number; readonly time: `${number}:${number}` }
  | { readonly in: { readonly days: number; readonly time: `${number}:${number}` } }
) & {
  readonly place: SessionPlace
  readonly kind?: SessionKind
  readonly minutes?: number
}

/** One case of the demo clinic: its people and what they did, the oldest first. */
export interface Story {
  readonly client: DemoKey
  /** A partner or a guardian, who writes in it too. */
  readonly family?: readonly DemoKey[]
  readonly practitioner?: DemoKey
  readonly discipline: Discipline
  readonly openedDaysAgo: number
  readonly acts: readonly Act[]
  /** Its sessions, the oldest first. */
  readonly meetings?: readonly MeetingScene[]
  /** Reviews of it, the oldest first. */
  readonly reviews?: readonly ReviewScene[]
}

/** Acts in the order of their time, from however many lists. */
export function inOrder(...acts: readonly (readonly Act[])[]): readonly Act[] {
  const noon = Date.UTC(2026, 0, 1, 12)
  return acts.flat().sort((a, b) => timeOf(a.at, noon) - timeOf(b.at, noon))
}

/** @returns the day of the calendar so many days from now, ISO 8601 */
export function dayFrom(now: number, days: number): string {
  const at = new Date(now)
  const day = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() + days))
  return day.toISOString().slice(0, 10)
}

/** @returns ms since the Unix epoch */
export function timeOf(moment: Moment, now: number): number {
  if ('minutes' in moment) return now - moment.minutes * 60_000
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number)
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - moment.days, hours, minutes).getTime()
}
