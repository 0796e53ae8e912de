import type { FhirQuestionnaire } from './fhir-questionnaire.js'
import { numbered } from './phq-9.js'

/** The GAD-7, unaltered, with its notice. (ME4) */
export const GAD_7_QUESTIONNAIRE: FhirQuestionnaire = {
  resourceType: 'Questionnaire',
  url: 'http://loinc.org/q/69737-5',
  status: 'active',
  version: '2006',
  title: 'GAD-7',
  copyright:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant ' +
    'from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  code: [{ system: 'http://loinc.org', code: '69737-5' }],
  item: [
    {
      linkId: 'gad-7',
      type: 'group',
      text: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
      item: numbered([
        ['69725-0', 'Feeling nervous, anxious or on edge'],
        ['68509-9', 'Not being able to stop or control worrying'],
        ['69733-4', 'Worrying too much about different things'],
        ['69734-2', 'Trouble relaxing'],
        ['69735-9', 'Being so restless that it is hard to sit still'],
        ['69689-8', 'Becoming easily annoyed or irritable'],
        ['69736-7', 'Feeling afraid as if something awful might happen'],
      ]),
    },
  ],
}
