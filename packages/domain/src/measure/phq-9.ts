import {
  ORDINAL_VALUE,
  type FhirItem,
  type FhirOption,
  type FhirQuestionnaire,
} from './fhir-questionnaire.js'

const LOINC = 'http://loinc.org'

const option = (code: string, display: string, value: number): FhirOption => ({
  valueCoding: { system: LOINC, code, display, extension: [{ url: ORDINAL_VALUE, valueDecimal: value }] },
})

/** How often, in the words of both instruments. [LOINC LL358-3] The lowest is "Not at all", not "Not at all sure". */
const HOW_OFTEN: readonly FhirOption[] = [
  option('LA6568-5', 'Not at all', 0),
  option('LA6569-3', 'Several days', 1),
  option('LA6570-1', 'More than half the days', 2),
  option('LA6571-9', 'Nearly every day', 3),
]

const DIFFICULTY: readonly FhirOption[] = [
  option('LA6572-7', 'Not difficult at all', 0),
  option('LA6573-5', 'Somewhat difficult', 1),
  option('LA6575-0', 'Very difficult', 2),
  option('LA6574-3', 'Extremely difficult', 3),
]

/** Items with LOINC's codes, numbered from 1. */
export function numbered(items: readonly (readonly [code: string, text: string])[]): readonly FhirItem[] {
  return items.map(([code, text], at) => ({
    linkId: `${at + 1}`,
    type: 'choice',
    text,
    code: [{ system: LOINC, code }],
    answerOption: HOW_OFTEN,
  }))
}

/** The PHQ-9, unaltered, with its notice. The last question is no part of the score. (ME4) */
export const PHQ_9_QUESTIONNAIRE: FhirQuestionnaire = {
  resourceType: 'Questionnaire',
  url: 'http://loinc.org/q/44249-1',
  status: 'active',
  version: '1999',
  title: 'PHQ-9',
  copyright:
    'Copyright © 1999 Pfizer Inc. All rights reserved. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, ' +
    'Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, ' +
    'translate, display or distribute.',
  code: [{ system: LOINC, code: '44249-1' }],
  item: [
    {
      linkId: 'phq-9',
      type: 'group',
      text: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
      item: numbered([
        ['44250-9', 'Little interest or pleasure in doing things'],
        ['44255-8', 'Feeling down, depressed, or hopeless'],
        ['44259-0', 'Trouble falling or staying asleep, or sleeping too much'],
        ['44254-1', 'Feeling tired or having little energy'],
        ['44251-7', 'Poor appetite or overeating'],
        [
          '44258-2',
          'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
        ],
        ['44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'],
        [
          '44253-3',
          'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or ' +
            'restless that you have been moving around a lot more than usual',
        ],
        ['44260-8', 'Thoughts that you would be better off dead or of hurting yourself in some way'],
      ]),
    },
    {
      linkId: 'difficulty',
      type: 'choice',
      text:
        'If you checked off any problems, how difficult have these problems made it for you to do your work, take care ' +
        'of things at home, or get along with other people?',
      code: [{ system: LOINC, code: '69722-7' }],
      answerOption: DIFFICULTY,
    },
  ],
}
