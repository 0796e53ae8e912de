import type { OwnQuestionnaire } from '../rest/measures.js'
import type { GivenAnswers } from './asked.js'
import type { Question } from './question.js'

/** In the instrument's own words; null where it was left out. (ME4) */
export function saidOf(question: Question, value: number | null): string | null {
  if (value === null) return null
  if (question.kind === 'scale') return `${value}`
  return question.options.find((option) => option.value === value)?.label ?? null
}

/** What somebody answered, as they would copy it: each question with what was said to it, the left out without. (OF13) */
export function answersInWords(
  { title, questions }: Pick<OwnQuestionnaire, 'title' | 'questions'>,
  answers: GivenAnswers,
): string {
  const said = questions.flatMap((question) => {
    const answer = saidOf(question, answers[question.linkId] ?? null)
    return answer === null ? [] : [`${question.text}\n${answer}`]
  })
  return [title, ...said].join('\n\n')
}
