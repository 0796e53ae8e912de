import { hasForbiddenCharacter } from '../text/characters.js'
import { keysOf } from './tokens.js'

/** In UTF-16 code units. */
export const LONGEST_EXPRESSION = 80
export const LONGEST_INSTEAD = 160
export const LONGEST_WORDING_REASON = 300
const MOST_WORDS = 8

/** True for words that can be found in a text: one to eight of them, on one line. (WC6) */
export function isExpression(words: string): boolean {
  const count = keysOf(words).length
  return count > 0 && count <= MOST_WORDS && words.length <= LONGEST_EXPRESSION && isOneLine(words)
}

export function isOneLine(words: string): boolean {
  return !words.includes('\n') && !hasForbiddenCharacter(words)
}
