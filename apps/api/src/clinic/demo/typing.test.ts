import { describe, expect, it } from '@jest/globals'
import { Text } from '@codemirror/state'
import { typing } from './typing.js'

const typed = (before: string, after: string) =>
  typing(before, after)
    .reduce((text, { changes }) => changes.apply(text), Text.of([before]))
    .toString()

describe('typing in the demo clinic', () => {
  it.each([
    ['', 'I stop before I’m empty, not after.'],
    ['I stop when I’m tired.', 'I stop before I’m empty, not after.'],
    ['from ten.', 'from ten so I’m not answering.'],
    ['an hour and up', 'as long as is comfortable and up'],
    ['Słowo 😀 tak', 'Słowo 😁 nie, tak'],
    ['gone', ''],
  ])('[LP1] turns “%s” into “%s”, a few characters at a time', (before, after) => {
    expect(typed(before, after)).toBe(after)
    expect(
      Math.max(0, ...typing(before, after).map(({ changes }) => changes.newLength - changes.length)),
    ).toBeLessThan(12)
  })

  it('[LP10] leaves a word to whoever wrote it when somebody writes on after it', () => {
    const [first] = typing('from ten.', 'from ten so it rests.')
    expect(first?.changes.toJSON()).toEqual([8, [1]])
  })
})
