import { describe, expect, it } from '@jest/globals'
import { clipSegments } from './clip-segments.js'

const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen '

describe('a change among many words', () => {
  it('[HI10] shows a few words on either side, and that there are more', () => {
    const clipped = clipSegments([
      { kind: 'same', text: LONG },
      { kind: 'removed', text: 'badly ' },
      { kind: 'same', text: LONG },
      { kind: 'added', text: 'well ' },
      { kind: 'same', text: LONG },
    ])
    expect(clipped.map(({ text }) => text)).toEqual([
      '… eight nine ten eleven twelve thirteen ',
      'badly ',
      'one two three four five six … eight nine ten eleven twelve thirteen ',
      'well ',
      'one two three four five six …',
    ])
  })

  it('[HI10] leaves short words whole', () => {
    const whole = [
      { kind: 'same', text: 'I sleep ' },
      { kind: 'added', text: 'well' },
    ] as const
    expect(clipSegments(whole)).toEqual(whole)
  })
})
