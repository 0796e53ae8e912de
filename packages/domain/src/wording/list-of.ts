import { ENGLISH } from './english.js'
import type { WordingList } from './rule.js'

const NO_WORDS = { rules: [], names: [], afterAPerson: new Set<string>() } as const

/** The list that Accord comes with for a language; for most there is none, and the clinic's own is all that counts. (WC5) */
export function wordingListOf(language: string): WordingList {
  const [tag = ''] = language.toLowerCase().split('-')
  return tag === ENGLISH.language ? ENGLISH : { ...NO_WORDS, language: tag }
}
