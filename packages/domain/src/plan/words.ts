import { refuse, type Refusal } from '../refusal.js'
import { hasForbiddenCharacter } from '../text/characters.js'

/** Refuses words that come with a command and are too long or hold a forbidden character. (LP6, LP11) */
export function wordsRefusal(words: string, longest: number): Refusal | null {
  if (words.length > longest) return refuse('too-large')
  return hasForbiddenCharacter(words) ? refuse('bad-character') : null
}

/** The same for words that are one line. */
export function lineRefusal(words: string, longest: number): Refusal | null {
  return wordsRefusal(words, longest) ?? (words.includes('\n') ? refuse('bad-character', 'one line') : null)
}
