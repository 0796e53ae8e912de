import { describe, expect, it } from '@jest/globals'
import { dele, jonah, mara } from '../testing/plans.js'
import type { PersonId } from '../ids.js'
import { EMPTY_TEXT, writtenBy, type Run } from './attributed.js'
import { sharesOf } from './share.js'

const percentOf = (shares: ReturnType<typeof sharesOf>, person: PersonId) =>
  shares.find((share) => share.person === person)?.percent

describe('whose words a statement is', () => {
  it('[WW1] is all theirs when one person wrote it', () => {
    expect(sharesOf(writtenBy(jonah.person, 'I sleep'))).toEqual([{ person: jonah.person, percent: 100 }])
  })

  it('[WW1] counts the characters that are still there, and no white space', () => {
    const runs: readonly Run[] = [
      [jonah.person, 3],
      [mara.person, 7],
    ]
    expect(sharesOf({ text: 'abc       ', runs })).toEqual([{ person: jonah.person, percent: 100 }])
    expect(sharesOf({ text: 'abc      d', runs })).toEqual([
      { person: jonah.person, percent: 75 },
      { person: mara.person, percent: 25 },
    ])
  })

  it('[WW1] adds up to a hundred among three, and adds a person’s stretches together', () => {
    const runs: readonly Run[] = [
      [jonah.person, 1],
      [mara.person, 1],
      [dele.person, 1],
    ]
    const shares = sharesOf({ text: 'abc', runs })
    expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
    const twice = sharesOf({ text: 'abcd', runs: [...runs, [jonah.person, 1]] })
    expect(percentOf(twice, jonah.person)).toBe(50)
  })

  it('[WW1] leaves nobody who wrote a letter at nothing', () => {
    const text = `${'a'.repeat(999)}b`
    const shares = sharesOf({
      text,
      runs: [
        [jonah.person, 999],
        [mara.person, 1],
      ],
    })
    expect(shares).toEqual([
      { person: jonah.person, percent: 99 },
      { person: mara.person, percent: 1 },
    ])
  })

  it('[WW1] has no shares where there are no words', () => {
    expect(sharesOf(EMPTY_TEXT)).toEqual([])
    expect(sharesOf(writtenBy(mara.person, '  '))).toEqual([])
  })
})
