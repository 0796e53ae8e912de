import type { ChangeSet } from '@codemirror/state'
import { refuse, type Refusal } from '../refusal.js'

/**
 * Characters that a person cannot see and that would make two equal-looking wordings differ, or draw a text in
 * another order than it is stored: controls but tab and line feed, zero-width space, word joiner, byte order mark,
 * the bidirectional embeddings, overrides and isolates, and halves of surrogate pairs. (LP6)
 */
const FORBIDDEN = /(?![\t\n\u0085])\p{Cc}|[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|\p{Cs}/u

/** True when a text holds a character that is refused. (LP6) */
export function hasForbiddenCharacter(text: string): boolean {
  return FORBIDDEN.test(text)
}

/** What a person may paste, made acceptable: line breaks become LF, refused characters are left out. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  return Array.from(lines, (character) => (FORBIDDEN.test(character) ? '' : character)).join('')
}

/** Refuses a change that puts in a forbidden character or cuts a surrogate pair in two. (LP6) */
export function characterRefusal(before: string, changes: ChangeSet): Refusal | null {
  let refusal: Refusal | null = null
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    if (splitsPair(before, from) || splitsPair(before, to)) refusal = refuse('bad-character', 'half a pair')
    else if (hasForbiddenCharacter(inserted.toString())) refusal = refuse('bad-character')
  })
  return refusal
}

/** True when an offset lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** True when a change puts a line break into a text. */
export function breaksLine(changes: ChangeSet): boolean {
  const lines: number[] = []
  changes.iterChanges((_from, _to, _fromAfter, _toAfter, inserted) => lines.push(inserted.lines))
  return lines.some((count) => count > 1)
}
