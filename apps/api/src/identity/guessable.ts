import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const lists = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
/** What everybody who signs in here reads on the page. */
const BRAND = 'accord'
/** What falls to fewer than a million guesses. Source: Wheeler 2016, zxcvbn. */
const WEAKEST_ALLOWED = 2

/** What has to be left of a password without the names in it. */
const LEAST_OF_ITS_OWN = 6

/** Whether a password is among the first that somebody tries: common ones, patterns, the names of person, place and product. (ID30) */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const parts = known.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const words = [BRAND, ...known, ...parts].filter((part) => part.length > 2)
  return withoutNames(password, words).length < LEAST_OF_ITS_OWN || isTriedFirst(password, words)
}

function isTriedFirst(password: string, words: readonly string[]): boolean {
  return lists.check(password, [...words]).score < WEAKEST_ALLOWED
}

function withoutNames(password: string, words: readonly string[]): string {
  const longestFirst = words.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length)
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase())
}
