import { sha256 } from '@noble/hashes/sha2.js'
import { toHex, utf8 } from '../history/bytes.js'
import { canonicalJson } from '../history/content.js'
import type { NoteId, SessionId } from '../ids.js'
import type { NoteContent } from './content.js'

/** Which note, of which session, signed for the how-manieth time. */
export interface NoteStamp {
  readonly note: NoteId
  readonly session: SessionId
  /** From 1. */
  readonly version: number
}

/**
 * The exact text that is signed: one way to write a note down, and one note for each text. Every line of what people
 * wrote begins with two spaces, and no line of the frame does. (NO8)
 */
export function noteText({ note, session, version }: NoteStamp, content: NoteContent): string {
  const { form, sections, quotes, marks } = content
  return [
    'accord/note/1',
    `note ${note}`,
    `session ${session}`,
    `version ${version}`,
    `form ${canonicalJson(form)}`,
    ...quotes.map((quote) => `quote ${canonicalJson(quote)}`),
    ...marks.map((mark) => `mark ${canonicalJson(mark)}`),
    ...sections.flatMap(({ section, words }) => [`section ${JSON.stringify(section)}`, ...indented(words)]),
    'end',
    '',
  ].join('\n')
}

/** SHA-256 of the text's UTF-8, in hexadecimal. (NO8) */
export function noteHash(stamp: NoteStamp, content: NoteContent): string {
  return hashOfText(noteText(stamp, content))
}

/** What an amendment's author saw when they signed it: which note, after how many amendments, and the words. (NO10) */
export function amendmentHash(
  { note, number }: { readonly note: NoteId; readonly number: number },
  words: string,
): string {
  return hashOfText(
    ['accord/note-amendment/1', `note ${note}`, `number ${number}`, ...indented(words), 'end', ''].join('\n'),
  )
}

function hashOfText(text: string): string {
  return toHex(sha256(utf8(text)))
}

function indented(words: string): readonly string[] {
  return words.split('\n').map((line) => `  ${line}`)
}
