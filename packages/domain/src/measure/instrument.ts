import { GAD_7, PHQ_9 } from './built-in.js'
import type { FhirQuestionnaire } from './fhir-questionnaire.js'
import { GAD_7_QUESTIONNAIRE } from './gad-7.js'
import { PHQ_9_QUESTIONNAIRE } from './phq-9.js'
import type { ScoringDefinition } from './questionnaire.js'

/** What can be asked: words and how they are scored, of one edition. An edition is never changed. (ME4, ME9) */
export interface Instrument {
  /** `phq-9`, `gad-7`, or the id of one that a clinic brought. */
  readonly id: string
  readonly edition: string
  readonly questionnaire: FhirQuestionnaire
  readonly scoring: ScoringDefinition
  readonly isBuiltIn: boolean
}

/** What ships: two that are free to use. No other text is in this program. (ME4) */
export const BUILT_IN: readonly Instrument[] = [
  { id: 'phq-9', edition: '1999', questionnaire: PHQ_9_QUESTIONNAIRE, scoring: PHQ_9, isBuiltIn: true },
  { id: 'gad-7', edition: '2006', questionnaire: GAD_7_QUESTIONNAIRE, scoring: GAD_7, isBuiltIn: true },
]
