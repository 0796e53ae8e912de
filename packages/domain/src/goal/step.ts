import type { AgreedWords, Answer } from '../agreement/answer.js'
import type { PersonId, StepId } from '../ids.js'
import type { AttributedText } from '../text/attributed.js'
import type { LastChange } from './last-change.js'

/** A day as people write it in a plan: ISO 8601, `2026-12-24`. */
export type CalendarDay = string

/** Something that somebody does towards a goal by a day: Bordin's task [FHIR CarePlan.activity]. Times in ms. */
export interface Step {
  readonly id: StepId
  readonly text: AttributedText
  /** Why it helps. */
  readonly helps: AttributedText
  readonly who: readonly PersonId[]
  readonly due: CalendarDay | null
  readonly done: LastChange | null
  readonly setAside: boolean
  readonly startedBy: PersonId
  readonly startedAt: number
  readonly lastChange: LastChange
  readonly answers: readonly Answer[]
  readonly agreed: AgreedWords | null
  readonly lapsedAt: number | null
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** True for a day that the calendar has. */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
