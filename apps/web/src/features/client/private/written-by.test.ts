import { describe, expect, it } from '@jest/globals'
import { JONAH, MARA } from '../../../testing/people.js'
import { writtenBy } from './written-by.js'

const text = 'I sleep, most nights, and rested'
const runs = [
  [JONAH, 7],
  [MARA, 14],
  [JONAH, 4],
  [JONAH, 7],
] as const

describe('what the client wrote, beside what the practitioner thinks', () => {
  it('[DR2] keeps the client’s stretches whole and leaves the practitioner’s out', () => {
    expect(writtenBy({ text, runs }, new Set([JONAH]))).toEqual(['I sleep', 'and rested'])
  })

  it('[DR2] is nothing where the client has written nothing', () => {
    expect(writtenBy({ text: 'Walk daily', runs: [[MARA, 10]] }, new Set([JONAH]))).toEqual([])
  })
})
