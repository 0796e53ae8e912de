import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const lists = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
/** What everybody who signs in here reads on the page. */
const BRAND = 'accord'
/** What falls to fewer than a million guesses. Source: Wheeler 2016, zxcvbn. */
const WEAKEST_ALLOWED = 2

/** Whether a password is among the first that somebody tries: common ones, patterns, the names of person, place and product. (ID30) */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const parts = known.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const words = [BRAND, ...known, ...parts].filter((part) => part.length > 2)
  return lists.check(password, words).score < WEAKEST_ALLOWED
}
