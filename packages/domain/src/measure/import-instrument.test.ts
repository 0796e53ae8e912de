import { describe, expect, it } from '@jest/globals'
import { BUILT_IN } from './instrument.js'
import { MAX_VALUE, MIN_VALUE, ITEM_CONTROL } from './fhir-questionnaire.js'
import { readInstrument } from './import-instrument.js'
import { questionsOf } from './question.js'

const end = (code: string, text: string) => ({
  ...{ linkId: `s-${code}`, type: 'display', text },
  extension: [{ url: ITEM_CONTROL, valueCodeableConcept: { coding: [{ code }] } }],
})
const choice = (linkId: string, more: object = {}) => ({
  ...{ linkId, type: 'choice', text: `Question ${linkId}` },
  answerOption: [0, 1, 2].map((valueInteger) => ({ valueInteger })),
  ...more,
})
const scale = {
  ...{ linkId: 's', type: 'integer', text: 'How warm is the kettle?' },
  extension: [
    { url: MIN_VALUE, valueInteger: 0 },
    { url: MAX_VALUE, valueInteger: 2 },
  ],
  item: [end('lower', 'Cold'), end('upper', 'Boiling')],
}
/** Invented: no instrument that anybody uses. */
const kettle = (more: object = {}) => ({
  ...{ resourceType: 'Questionnaire', status: 'active', title: 'Kettle scale', copyright: 'Invented' },
  item: [
    { linkId: 'd', type: 'display', text: 'Today' },
    { linkId: 'g', type: 'group', text: 'Of late', item: [choice('a'), choice('b')] },
    scale,
  ],
  ...more,
})
const scoring = (more: object = {}) => ({
  ...{ items: ['a', 'b', 's'], itemRange: { min: 0, max: 2 }, method: 'mean', mostMissing: 1 },
  ...{ direction: 'lower-is-better', subscales: [{ code: 'late', items: ['a', 'b'] }] },
  ...more,
})
const wrong = (questionnaire: unknown, how: unknown = scoring()) => {
  const read = readInstrument(questionnaire, how)
  return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : []
}

describe('bringing an instrument', () => {
  it('[ME8] reads a questionnaire as it stands: groups, choices, and scales with words at both ends', () => {
    expect(wrong(kettle())).toEqual([])
    expect(questionsOf(kettle() as never)).toMatchObject([
      { linkId: 'a', kind: 'choice', lead: 'Of late', options: [{ value: 0 }, { value: 1 }, { value: 2 }] },
      { linkId: 'b' },
      { linkId: 's', kind: 'scale', lead: 'Today', min: 0, max: 2, low: 'Cold', high: 'Boiling' },
    ])
  })

  it.each([
    ['no questionnaire at all', { resourceType: 'Patient' }, [' not-a-questionnaire']],
    [
      'no title, no copyright, not active',
      kettle({ title: ' ', copyright: undefined, status: 'draft' }),
      ['title no-title', 'copyright no-copyright', 'status not-active'],
    ],
    ['nothing to ask', kettle({ item: [] }), ['item no-questions']],
    [
      'a link id twice (que-2)',
      kettle({ item: [choice('a'), choice('a')] }),
      ['item[1].linkId link-id-twice'],
    ],
    [
      'an empty group (que-1)',
      kettle({ item: [choice('a'), { linkId: 'g', type: 'group' }] }),
      ['item[1].item group-empty'],
    ],
    [
      'a display that holds something (que-1)',
      kettle({
        item: [choice('a'), { linkId: 'd', type: 'display', text: 'x', item: [choice('b')] }],
      }),
      ['item[1].item display-holds'],
    ],
    [
      'a type that is not used',
      kettle({ item: [{ linkId: 'f', type: 'attachment', text: 'x' }] }),
      ['item[0].type unknown-type'],
    ],
    [
      'an option without a value',
      kettle({
        item: [choice('a', { answerOption: [{ valueInteger: 0 }, { valueCoding: { display: 'Some' } }] })],
      }),
      ['item[0].answerOption[1] no-value'],
    ],
    ['a scale without its ends', kettle({ item: [{ ...scale, item: [] }] }), ['item[0].item no-ends']],
    [
      'a value that no file should hold',
      kettle({ item: [null, { linkId: 3, type: {}, extension: 'x' }] }),
      ['item[0] not-a-questionnaire', 'item[1].linkId no-link-id', 'item[1].type unknown-type'],
    ],
  ])('[ME8] says what is wrong, and where: %s', (_what, questionnaire, expected) => {
    expect(wrong(questionnaire)).toEqual(expected)
  })

  it.each([
    ['a shape that it is not', { items: 'a' }, ['items not-scoring', 'itemRange not-scoring']],
    [
      'an item that is not asked',
      scoring({ items: ['a', 'z'] }),
      ['items[1] unknown-item', 'subscales[0].items[1] unknown-item'],
    ],
    ['an item twice', scoring({ items: ['a', 'b', 'b', 's'] }), ['items[2] item-twice']],
    [
      'answers outside the range',
      scoring({ itemRange: { min: 0, max: 1 } }),
      ['items[0] outside-range', 'items[1] outside-range', 'items[2] outside-range'],
    ],
    [
      'bands that overlap',
      scoring({
        bands: [
          { from: 0, to: 1, code: 'low' },
          { from: 1, to: 2, code: 'high' },
        ],
      }),
      ['bands[1] bands-overlap'],
    ],
    ['all missing', scoring({ mostMissing: 3 }), ['mostMissing too-many-missing']],
  ])('[ME8] reads the scoring against the questions: %s', (_what, how, expected) => {
    expect(wrong(kettle(), how).slice(0, expected.length)).toEqual(expected)
  })

  it('[ME4] what ships can be asked and scored as it stands, with its notice', () => {
    for (const { questionnaire, scoring: built } of BUILT_IN) {
      expect(wrong(questionnaire, built)).toEqual([])
      expect(questionnaire.copyright).toContain('No permission required')
    }
    const [phq, gad] = BUILT_IN.map(({ questionnaire }) => questionsOf(questionnaire))
    expect([phq?.length, gad?.length]).toEqual([10, 7])
    const [lowest] = gad?.[0]?.kind === 'choice' ? gad[0].options : []
    expect(lowest?.label).toBe('Not at all')
    expect(phq?.[8]?.text).toBe(
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    )
  })
})
