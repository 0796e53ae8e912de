import { describe, expect, it } from '@jest/globals'
import { revision } from './shapes.js'

describe('the number of the version that a writer had read', () => {
  it('[FT4] goes, with the one after it, into a column of four bytes', () => {
    const takes = (value: number) => revision.safeParse(value).success
    expect([0, 1, 2 ** 31 - 2].map(takes)).toEqual([true, true, true])
    expect([-1, 0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53].map(takes)).toEqual([false, false, false, false, false])
  })
})
