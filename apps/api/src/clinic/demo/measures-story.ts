import type { SafetySteps } from '@accord/domain/safety/safety-plan'

/** What Jonah answered over the weeks, so many days ago: item by item, none of them alarming. */
export const JONAH_PHQ: readonly { readonly daysAgo: number; readonly answers: readonly number[] }[] = [
  { daysAgo: 68, answers: [2, 2, 3, 2, 1, 3, 2, 2, 0] },
  { daysAgo: 47, answers: [2, 2, 3, 2, 1, 2, 2, 1, 0] },
  { daysAgo: 33, answers: [2, 2, 3, 2, 1, 2, 1, 1, 0] },
  { daysAgo: 19, answers: [1, 2, 2, 2, 1, 2, 1, 1, 0] },
  { daysAgo: 4, answers: [1, 1, 1, 2, 0, 2, 1, 1, 0] },
]

const line = (words: string, phone: string | null = null) => ({ words, phone })

/** Written by the two of them in their second month. The numbers are set aside for stories (Ofcom). */
export const JONAH_PLAN: SafetySteps = {
  signs: [line('Three nights in a row without sleep'), line('I stop answering Dele')],
  coping: [line('Walk to the lock and back'), line('The long shower, radio on')],
  people: [line('Dele', '07700 900123'), line('The allotment, somebody is always there')],
  professionals: [line('Mara, through the practice', '01632 960980'), line('My doctor', '01632 960981')],
  surroundings: [line('Dele keeps the tablets, a week at a time')],
  reasons: [line('Dad hearing it from me'), line('The beans, in June')],
}

/** Invented by the practice itself; nobody else's words. */
export const SETTLING = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Settling scale',
  copyright: 'Written by Alder House Practice for its own use.',
  item: [
    { linkId: 'intro', type: 'display', text: 'Since you were last on the table:' },
    ...['My shoulders let go when I lie down', 'I breathe down to my belly', 'I wake up sore'].map(
      (text, at) => ({
        ...{ linkId: `s${at + 1}`, type: 'choice', text },
        answerOption: ['Not yet', 'Now and then', 'Mostly'].map((display, value) => ({
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
          valueCoding: { display },
        })),
      }),
    ),
  ],
}

export const SETTLING_SCORED = {
  ...{ items: ['s1', 's2', 's3'], itemRange: { min: 0, max: 2 }, method: 'sum', mostMissing: 0 },
  ...{ reversed: ['s3'], direction: 'higher-is-better' },
  bands: [
    { from: 0, to: 2, code: 'held' },
    { from: 3, to: 4, code: 'loosening' },
    { from: 5, to: 6, code: 'settled' },
  ],
}

export const TOMASZ_SETTLING: readonly { readonly daysAgo: number; readonly answers: readonly number[] }[] = [
  { daysAgo: 28, answers: [0, 1, 2] },
  { daysAgo: 7, answers: [1, 2, 1] },
]
