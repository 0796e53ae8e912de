import { sha256 } from '@noble/hashes/sha2.js'
import { toHex, utf8 } from '../history/bytes.js'
import { canonicalJson } from '../history/content.js'
import type { UrgentNumber } from '../safety/urgent-numbers.js'
import type { PersonName } from '../sync/wire.js'
import { ENDING_BOXES } from './box.js'
import type { BoxWords, EndingDraft, EndingId, EndingLine, KeptGoal } from './draft.js'

/** What is in a pack when nothing can be written in it any more. Times in ms. (EN7) */
export interface ClosedPack {
  readonly ending: EndingId
  readonly closedAt: number
  readonly people: readonly PersonName[]
  readonly boxes: readonly BoxWords[]
  readonly kept: readonly KeptGoal[]
  /** Those that are not crossed out. */
  readonly lines: readonly EndingLine[]
  readonly urgent: readonly UrgentNumber[]
}

/** The boxes in which something stands, in one order whoever wrote first. */
export function writtenBoxes(boxes: readonly BoxWords[]): readonly BoxWords[] {
  const rank = (one: BoxWords) => `${ENDING_BOXES.indexOf(one.box)} ${one.writer}`
  return boxes
    .filter(({ words }) => words.trim() !== '')
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

export function standingLines(lines: readonly EndingLine[]): readonly EndingLine[] {
  return lines.filter(({ crossed }) => crossed === null)
}

/** True while there is nothing to say "this is how it is" of. (EN6) */
export function isBlankEnding(draft: EndingDraft): boolean {
  return writtenBoxes(draft.boxes).length + draft.kept.length + standingLines(draft.lines).length === 0
}

type Words = Pick<ClosedPack, 'boxes' | 'kept' | 'lines'>

/** Every line of what people wrote begins with two spaces, and no line of the frame does. */
function wordsOf({ boxes, kept, lines }: Words): readonly string[] {
  return [
    ...writtenBoxes(boxes).flatMap(({ box, writer, words }) => [`box ${box} ${writer}`, ...indented(words)]),
    ...kept.flatMap(({ goal, log, seq, hash, name, statement }) => [
      `goal ${goal} ${log} ${seq} ${hash}`,
      ...indented(name),
      ...indented(statement),
    ]),
    ...standingLines(lines).flatMap(({ line, list, words }) => [`line ${list} ${line}`, ...indented(words)]),
  ]
}

/** Names the words that people stand behind; who says so and when is no part of them. (EN6) */
export function endingWordsHash(ending: EndingId, words: Words): string {
  return hashOfText(['accord/ending-words/1', `ending ${ending}`, ...wordsOf(words), 'end', ''].join('\n'))
}

/** The exact text that is closed: one way to write a pack down, and one pack for each text. (EN7) */
export function packText(pack: ClosedPack): string {
  return [
    'accord/ending/1',
    `ending ${pack.ending}`,
    `closed ${pack.closedAt}`,
    ...pack.people.map((one) => `person ${canonicalJson(one)}`),
    ...wordsOf(pack),
    ...pack.urgent.map((one) => `urgent ${canonicalJson(one)}`),
    'end',
    '',
  ].join('\n')
}

/** SHA-256 of the text's UTF-8, in hexadecimal. (EN7) */
export function packHash(pack: ClosedPack): string {
  return hashOfText(packText(pack))
}

function hashOfText(text: string): string {
  return toHex(sha256(utf8(text)))
}

function indented(words: string): readonly string[] {
  return words.split('\n').map((line) => `  ${line}`)
}
