import type { ScoringDefinition } from './questionnaire.js'

const items = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`)

/**
 * PHQ-9. Bands: Kroenke, Spitzer and Williams 2001. At most two answers may be missing; the ninth is never made up, and
 * any answer to it but "not at all" is seen by somebody at once.
 */
export const PHQ_9: ScoringDefinition = {
  items: items(9),
  itemRange: { min: 0, max: 3 },
  method: 'sum',
  mostMissing: 2,
  neverMadeUp: ['9'],
  bands: [
    { from: 0, to: 4, code: 'minimal' },
    { from: 5, to: 9, code: 'mild' },
    { from: 10, to: 14, code: 'moderate' },
    { from: 15, to: 19, code: 'moderately-severe' },
    { from: 20, to: 27, code: 'severe' },
  ],
  alerts: [{ item: '9', from: 1 }],
  direction: 'lower-is-better',
}

/** GAD-7. Bands: Spitzer, Kroenke, Williams and Löwe 2006. */
export const GAD_7: ScoringDefinition = {
  items: items(7),
  itemRange: { min: 0, max: 3 },
  method: 'sum',
  mostMissing: 2,
  bands: [
    { from: 0, to: 4, code: 'minimal' },
    { from: 5, to: 9, code: 'mild' },
    { from: 10, to: 14, code: 'moderate' },
    { from: 15, to: 21, code: 'severe' },
  ],
  direction: 'lower-is-better',
}
