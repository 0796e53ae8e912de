import bidiFactory from 'bidi-js'
import type { Face } from './fonts.js'

/** Letters that stand together: one face, one direction, no space inside. `x` from the line's left edge, in points. */
export interface Run {
  readonly text: string
  readonly face: Face
  readonly x: number
}

export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
  readonly isRightToLeft: boolean
}

/** What a layout asks of the fonts. */
export interface Measure {
  /** The face that has this letter, the wanted one first. */
  readonly faceOf: (character: string) => Face
  /** In points. */
  readonly widthOf: (text: string, face: Face) => number
}

interface Letter {
  readonly text: string
  readonly face: Face
  readonly isRightToLeft: boolean
}

const bidi = bidiFactory()

/**
 * Breaks a paragraph into lines, each with its runs where they stand on paper: in the order of the Unicode
 * Bidirectional Algorithm, the base direction by the first strong letter. (RV13)
 * @param text without line breaks
 */
export function linesOf(text: string, width: number, measure: Measure): readonly Line[] {
  const levels = bidi.getEmbeddingLevels(text, 'auto')
  const isRightToLeft = (levels.paragraphs[0]?.level ?? 0) % 2 === 1
  return breaks(text, width, measure).map(({ start, end }) => {
    // The order is the whole text's; outside the line it is as it was.
    const order = bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end)
    const letters = order.flatMap((index) =>
      letterAt(text, index, (levels.levels[index] ?? 0) % 2 === 1, measure),
    )
    return placed(letters, isRightToLeft, measure)
  })
}

/** Halves of a surrogate pair stand together, at the place of their first. */
function letterAt(text: string, index: number, isRightToLeft: boolean, measure: Measure): readonly Letter[] {
  const unit = text.charCodeAt(index)
  if (unit >= 0xdc00 && unit < 0xe000) return []
  const letter = String.fromCodePoint(text.codePointAt(index) ?? 0x20)
  const shown = isRightToLeft ? (bidi.getMirroredCharacter(letter) ?? letter) : letter
  return [{ text: shown, face: measure.faceOf(shown), isRightToLeft }]
}

function placed(letters: readonly Letter[], isRightToLeft: boolean, measure: Measure): Line {
  const runs: Run[] = []
  let x = 0
  for (const { text, face } of together(letters)) {
    const width = measure.widthOf(text, face)
    if (text !== ' ') runs.push({ text, face, x })
    x += width
  }
  return { runs, width: x, isRightToLeft }
}

/** Neighbours of one face and direction, each run in the order in which it is read: the font draws it as it is written. */
function together(letters: readonly Letter[]): readonly Letter[] {
  const runs: Letter[] = []
  for (const letter of letters) {
    const last = runs.at(-1)
    const joins =
      last?.face === letter.face &&
      last.isRightToLeft === letter.isRightToLeft &&
      last.text !== ' ' &&
      letter.text !== ' '
    if (!joins) runs.push(letter)
    else {
      const text = letter.isRightToLeft ? letter.text + last.text : last.text + letter.text
      runs[runs.length - 1] = { ...last, text }
    }
  }
  return runs
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where lines begin and end, spaces at their ends left out; a word that is longer than a line is broken. */
function breaks(text: string, width: number, measure: Measure): readonly Stretch[] {
  const lines: { start: number; end: number }[] = []
  let used = 0
  for (const word of wordsOf(text, width, measure)) {
    const line = lines.at(-1)
    const gap = line ? measure.widthOf(' ', 'sans') * (word.start - line.end) : 0
    if (line && used + gap + word.width <= width) {
      line.end = word.end
      used += gap + word.width
    } else {
      lines.push({ start: word.start, end: word.end })
      used = word.width
    }
  }
  return lines
}

function wordsOf(
  text: string,
  width: number,
  measure: Measure,
): readonly (Stretch & { readonly width: number })[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const whole = widthOf(word, measure)
    if (whole <= width) return [{ start: index, end: index + word.length, width: whole }]
    const parts: (Stretch & { readonly width: number })[] = []
    let at = index
    for (const letter of word) {
      const wide = widthOf(letter, measure)
      const last = parts.at(-1)
      const end = at + letter.length
      if (last && last.width + wide <= width)
        parts[parts.length - 1] = { start: last.start, end, width: last.width + wide }
      else parts.push({ start: at, end, width: wide })
      at = end
    }
    return parts
  })
}

function widthOf(text: string, { faceOf, widthOf: measured }: Measure): number {
  let width = 0
  let run = ''
  let face: Face | null = null
  for (const letter of text) {
    const next = faceOf(letter)
    if (face !== null && next !== face) {
      width += measured(run, face)
      run = ''
    }
    face = next
    run += letter
  }
  return face === null ? width : width + measured(run, face)
}
