import type { PersonId } from '../ids.js'

/** What somebody can say to a wording. The last three are ordinary answers, as easy as the first. (AG5) */
export const ANSWERS = ['agree', 'not-yet', 'need-time', 'differently'] as const
export type AnswerKind = (typeof ANSWERS)[number]

/** One person's latest answer to one exact wording [FHIR Goal acceptance]. */
export interface Answer {
  readonly person: PersonId
  readonly wording: string
  readonly kind: AnswerKind
  readonly reason: string | null
  readonly at: number
  readonly seq: number
}

/** Keeps the latest answer per person and wording. (AG5) */
export function withAnswer(answers: readonly Answer[], answer: Answer): readonly Answer[] {
  const others = answers.filter((other) => other.person !== answer.person || other.wording !== answer.wording)
  return [...others, answer]
}

export function answerOf(answers: readonly Answer[], person: PersonId, wording: string): Answer | undefined {
  return answers.find((answer) => answer.person === person && answer.wording === wording)
}

/** Words that every live party had agreed to. */
export interface AgreedWords {
  readonly wording: string
  readonly statement: string
  readonly at: number
  readonly seq: number
}
