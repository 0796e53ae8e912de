import { expect, it } from '@jest/globals'
import { accounting, accountingSince, DISCLOSURE_AUTHORITIES } from './disclosure.js'

const NOW = Date.parse('2026-11-22T09:00:00Z')

it('[CO10] goes six years back to the day, over a leap day as well', () => {
  expect(new Date(accountingSince(NOW)).toISOString()).toBe('2020-11-22T09:00:00.000Z')
  const leapDay = accountingSince(Date.parse('2024-02-29T00:00:00Z'))
  expect(new Date(leapDay).toISOString()).toBe('2018-03-01T00:00:00.000Z')
})

it('[CO10] lists what was told on every authority but the client’s own consent, and treatment, payment and operations', () => {
  const rows = DISCLOSURE_AUTHORITIES.map((authority) => ({ authority, at: NOW - 1 }))
  const listed = accounting([...rows, { authority: 'court' as const, at: accountingSince(NOW) - 1 }], NOW)
  expect(listed.map(({ authority }) => authority)).toEqual([
    'law',
    'court',
    'risk-to-life',
    'child-at-risk',
    'adult-at-risk',
  ])
})
