import { describe, expect, it } from '@jest/globals'
import { tightDiff } from './tight-diff.js'

const told = (before: string, after: string) =>
  tightDiff(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[kind])
    .join('')

describe('the difference between two wordings', () => {
  it('[AG8] leaves a word alone when only a comma came behind it', () => {
    expect(told('on my own', 'on my own, and home')).toBe('on my own+, and home+')
    expect(told('four nights a week.', 'four nights a week, or so.')).toBe('four nights a week+, or so+.')
  })

  it('[AG8] never cuts a word', () => {
    expect(told('I sleep', 'I slept')).toBe('I -sleep-+slept+')
    expect(told('a night', 'a nightly rest')).toBe('a -night-+nightly rest+')
    expect(told('don’t', 'don')).toBe('-don’t-+don+')
  })

  it('[AG8] keeps both wordings whole', () => {
    const [before, after] = ['at three, I wake.', 'at ten, and not at three, I sleep.']
    const side = (without: string) =>
      tightDiff(before, after)
        .map(({ kind, text }) => (kind === without ? '' : text))
        .join('')
    expect([side('added'), side('removed')]).toEqual([before, after])
  })
})
