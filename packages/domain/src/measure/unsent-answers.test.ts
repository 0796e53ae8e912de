import { expect, it } from '@jest/globals'
import { areStored, stillToSend, type UnsentAnswers } from './unsent-answers.js'

const unsent: UnsentAnswers = {
  form: 'f',
  after: 3,
  status: 'in-progress',
  answers: { a: 1, b: null },
  words: 'A\n1',
}
const stored = { version: 4, status: 'in-progress', answers: unsent.answers } as const

it('[OF12] sends what waited as it is where nothing was stored since', () => {
  const { status, answers } = unsent
  expect(stillToSend({ version: 3, status: null, answers: {} }, unsent)).toEqual({ status, answers })
})

it('[OF12] sends nothing twice: answers whose receipt was lost are known again', () => {
  expect(stillToSend(stored, unsent)).toBeNull()
  expect(areStored(stored, unsent)).toBe(true)
  expect(areStored({ ...stored, answers: { a: 2, b: null } }, unsent)).toBe(false)
  const sent = { ...unsent, status: 'completed' } as const
  expect(stillToSend({ ...stored, status: 'completed' }, sent)).toBeNull()
  expect(areStored({ ...stored, status: 'amended' }, sent)).toBe(true)
  expect(stillToSend(stored, sent)).toEqual({ status: 'completed', answers: unsent.answers })
})

it('[OF12] fills only gaps in what was said on another device since, and then leaves sending to the person', () => {
  const now = { version: 5, status: 'in-progress', answers: { a: 2 } } as const
  const merged = { status: 'in-progress', answers: { a: 2, b: null } }
  expect(stillToSend(now, { ...unsent, status: 'completed' })).toEqual(merged)
  expect(stillToSend({ ...now, answers: { a: 2, b: 3 } }, unsent)).toBeNull()
  expect(stillToSend({ ...now, status: 'completed' }, unsent)).toBeNull()
  expect(stillToSend(now, { ...unsent, status: 'stopped', answers: {} })).toBeNull()
})
