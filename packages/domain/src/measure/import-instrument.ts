import type { FhirQuestionnaire } from './fhir-questionnaire.js'
import { problemsOfQuestionnaire } from './problems-of-questionnaire.js'
import { problemsOfScoring } from './problems-of-scoring.js'
import type { Problem } from './problems.js'
import { questionsOf } from './question.js'
import type { OwnScoring } from './scoring-schema.js'

/** A clinic's own instrument, read and found askable. */
export interface ReadInstrument {
  readonly questionnaire: FhirQuestionnaire
  readonly scoring: OwnScoring
}

export type ReadOrProblems = ReadInstrument | { readonly problems: readonly Problem[] }

/** Reads an instrument that somebody brings: the same in the browser, before it is sent, and on the server. (ME8) */
export function readInstrument(questionnaire: unknown, scoring: unknown): ReadOrProblems {
  const wrong = problemsOfQuestionnaire(questionnaire)
  if (wrong.length > 0) return { problems: wrong }
  const read = questionnaire as FhirQuestionnaire
  const unscored = problemsOfScoring(scoring, questionsOf(read))
  if (unscored.length > 0) return { problems: unscored }
  return { questionnaire: read, scoring: scoring as OwnScoring }
}
