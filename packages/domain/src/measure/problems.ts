/** What can be wrong with a file that somebody brings, each with a sentence in the catalogue. (ME8) */
export type ProblemCode =
  | 'not-json'
  | 'not-a-questionnaire'
  | 'no-title'
  | 'no-copyright'
  | 'not-active'
  | 'no-questions'
  | 'too-many'
  | 'no-link-id'
  | 'link-id-twice'
  | 'unknown-type'
  | 'no-text'
  | 'too-long'
  | 'no-options'
  | 'no-value'
  | 'value-twice'
  | 'no-range'
  | 'no-ends'
  | 'group-empty'
  | 'display-holds'
  | 'not-scoring'
  | 'unknown-item'
  | 'item-twice'
  | 'outside-range'
  | 'range-empty'
  | 'bands-overlap'
  | 'too-many-missing'

/** One thing that is wrong, and where: a path as JSON is read, such as `item[2].linkId`. */
export interface Problem {
  readonly in: 'questionnaire' | 'scoring'
  readonly path: string
  readonly code: ProblemCode
}
