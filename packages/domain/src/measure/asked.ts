import type { ItemAlert, ScoringDefinition } from './questionnaire.js'
import { isOffered, type Question } from './question.js'

/** Where an answer stands. [FHIR QuestionnaireResponse.status, the part that is used] */
export type AnswerStatus = 'in-progress' | 'completed' | 'amended' | 'stopped'

/** By link id; null or absent where a question was left out, which is never a zero. (ME1) */
export type GivenAnswers = Readonly<Record<string, number | null>>

/** Nothing can be said against answers: every one is to a question there is, and one of what it offers. (ME5) */
export function areOffered(questions: readonly Question[], answers: GivenAnswers): boolean {
  return Object.entries(answers).every(([linkId, value]) => {
    const question = questions.find((one) => one.linkId === linkId)
    return question !== undefined && (value === null || isOffered(question, value))
  })
}

/** The answers that are scored; others, such as how difficult it all is, are no part of a total. */
export function scoredAnswers({ items }: ScoringDefinition, answers: GivenAnswers): GivenAnswers {
  return Object.fromEntries(items.flatMap((item) => (item in answers ? [[item, answers[item] ?? null]] : [])))
}

/** An answer that somebody has to see at once. */
export interface UrgentAnswer {
  readonly item: string
  readonly value: number
}

/**
 * Answers that somebody has to see and has not been told of: from the alert's value on, and higher than any that was
 * told before in the same answering. (SA1)
 */
export function newlyUrgent(
  { alerts = [] }: ScoringDefinition,
  answers: GivenAnswers,
  before: readonly GivenAnswers[],
): readonly UrgentAnswer[] {
  const told = ({ item, from }: ItemAlert) =>
    Math.max(-Infinity, ...before.map((one) => one[item] ?? -Infinity).filter((value) => value >= from))
  return alerts.flatMap((alert) => {
    const value = answers[alert.item] ?? null
    if (value === null || value < alert.from || value <= told(alert)) return []
    return [{ item: alert.item, value }]
  })
}

/** Items that would raise an alert and were left out in an answering that is done. (SA2) */
export function leftOutUrgent({ alerts = [] }: ScoringDefinition, answers: GivenAnswers): readonly string[] {
  return alerts.flatMap(({ item }) => ((answers[item] ?? null) === null ? [item] : []))
}
