import type { PersonId } from '../ids.js'
import type { AttributedText } from './attributed.js'

/** How much of a text somebody wrote, in whole percent. */
export interface WordShare {
  readonly person: PersonId
  readonly percent: number
}

/**
 * Whose words a text is: the share of its surviving characters that each wrote, white space left out, the largest
 * first. The percents are whole and add up to 100; a text without words has no shares. (WW1)
 */
export function sharesOf({ text, runs }: AttributedText): readonly WordShare[] {
  const counts = new Map<PersonId, number>()
  let at = 0
  for (const [person, length] of runs) {
    const visible = lettersIn(text.slice(at, at + length))
    if (visible > 0) counts.set(person, (counts.get(person) ?? 0) + visible)
    at += length
  }
  return wholePercents([...counts])
}

function lettersIn(text: string): number {
  return Array.from(text).filter((character) => !/\s/u.test(character)).length
}

/** Rounds down, then gives what is missing to the largest remainders; whoever wrote anything has at least 1. */
function wholePercents(counts: readonly (readonly [PersonId, number])[]): readonly WordShare[] {
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const shares = counts
    .map(([person, count]) => {
      const exact = (count / total) * 100
      const percent = Math.max(1, Math.floor(exact))
      return { person, percent, rest: exact - percent }
    })
    .sort((a, b) => b.rest - a.rest)
  let missing = 100 - shares.reduce((sum, { percent }) => sum + percent, 0)
  for (const share of shares) {
    if (missing <= 0) break
    share.percent += 1
    missing -= 1
  }
  const largest = shares.reduce<(typeof shares)[number] | undefined>(
    (most, share) => (most && most.percent >= share.percent ? most : share),
    undefined,
  )
  if (largest && missing < 0) largest.percent += missing
  return shares.map(({ person, percent }) => ({ person, percent })).sort((a, b) => b.percent - a.percent)
}
