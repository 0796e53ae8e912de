import type { PersonId, SessionId } from '../ids.js'

/** What a check-in asks: Bordin's goals, tasks and bond, and whether the client felt heard. In our own words. (CI1) */
export const ASPECTS = ['goals', 'tasks', 'bond', 'heard'] as const
export type Aspect = (typeof ASPECTS)[number]

/** From 0 to 10; null where a question was left out, which is never a zero. */
export type AspectRatings = Readonly<Record<Aspect, number | null>>

export const NO_RATINGS: AspectRatings = { goals: null, tasks: null, bond: null, heard: null }

/** When and to whom a check-in is shown; the client's own choice. (CI3) */
export const SHOWN_TO = ['now', 'after-talk', 'supervisor'] as const
export type ShownTo = (typeof SHOWN_TO)[number]

/** In UTF-16 code units, as fields count them. */
export const LONGEST_OPEN_LINE = 1_000

export interface CheckInAnswers {
  readonly ratings: AspectRatings
  /** The open line; null where nothing was written. */
  readonly words: string | null
}

/** One client's short rating after one session [FHIR QuestionnaireResponse]; a correction is another version. (CI2) */
export interface CheckIn {
  readonly session: SessionId
  readonly client: PersonId
  readonly version: number
  /** In ms. */
  readonly at: number
  readonly shownTo: ShownTo
  /** Null for "not today". */
  readonly answers: CheckInAnswers | null
}

/** The mean of what was answered, from 0 to 10; a conversation aid, not a validated scale. Null without any answer. (CI1) */
export function checkInMean(ratings: AspectRatings): number | null {
  const given = ASPECTS.flatMap((aspect) => ratings[aspect] ?? [])
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0) / given.length
}

/** The aspect with the lowest answer, the first of equals; null without any answer. */
export function lowestAspect(ratings: AspectRatings): Aspect | null {
  return ASPECTS.reduce<Aspect | null>((lowest, aspect) => {
    const value = ratings[aspect]
    if (value === null) return lowest
    return lowest === null || value < (ratings[lowest] ?? Infinity) ? aspect : lowest
  }, null)
}

/** True for what has nothing in it to send. */
export function isUnanswered({ ratings, words }: CheckInAnswers): boolean {
  return words === null && ASPECTS.every((aspect) => ratings[aspect] === null)
}

/** Whether staff are shown what a client answered. `hasTalked`: a later session of theirs has ended. (CI3) */
export function isShownTo(
  relation: 'practitioner' | 'supervisor',
  { shownTo, hasTalked }: { readonly shownTo: ShownTo; readonly hasTalked: boolean },
): boolean {
  switch (shownTo) {
    case 'now':
      return true
    case 'after-talk':
      return hasTalked
    case 'supervisor':
      return relation === 'supervisor'
  }
}
