import { hasForbiddenCharacter } from '@accord/domain/text/characters'

/** Marks of direction that no letter needs: the layout decides about direction. */
const MARKS = /[\u200e\u200f\u061c]/gu

/** What of a text is put on paper: letters, signs, spaces and line breaks; no controls, no marks of direction. (RV13) */
export function printable(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replace(/\t/gu, ' ')
  return Array.from(lines, (character) => (hasForbiddenCharacter(character) ? '' : character))
    .join('')
    .replace(MARKS, '')
}
