import { describe, expect, it } from '@jest/globals'
import { comesOfAge } from './guardian-age.js'

describe('coming of age', () => {
  it('[GU2] is on the birthday itself', () => {
    expect(comesOfAge('2008-06-15', 18)).toBe('2026-06-15')
    expect(comesOfAge('2007-12-31', 19)).toBe('2026-12-31')
  })

  it('[GU2] of somebody born on a leap day is on 1 March where there is no 29th, and on the 29th where there is', () => {
    expect(comesOfAge('2008-02-29', 18)).toBe('2026-03-01')
    expect(comesOfAge('2008-02-29', 16)).toBe('2024-02-29')
  })
})
