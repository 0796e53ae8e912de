/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u00bb', '\u00ab'],
  ['\u2039', '\u203a'],
  ['\u2018', '\u2019'],
  ["'", "'"],
])
const SINGLE = ["'", '\u2018']
const LETTER = /[\p{L}\p{M}\p{N}]/u

/**
 * What is quoted: somebody's own words, which are left as they said them. A quotation that is not closed yet goes on to the end
 * of its line; a single mark between letters is an apostrophe. A line that begins with ">" is a quotation as a whole. (WC4)
 */
export function quotations(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const line of text.split('\n')) {
    found.push(...quotationsOfLine(line).map((one) => ({ from: one.from + from, to: one.to + from })))
    from += line.length + 1
  }
  return found
}

function quotationsOfLine(line: string): readonly Stretch[] {
  if (line.trimStart().startsWith('>')) return [{ from: 0, to: line.length }]
  const found: Stretch[] = []
  let at = 0
  while (at < line.length) {
    const end = endOfQuotation(line, at)
    if (end !== null) found.push({ from: at, to: end })
    at = end ?? at + 1
  }
  return found
}

/** Just after the quotation that begins here; null where none does. */
function endOfQuotation(line: string, at: number): number | null {
  const mark = line[at] ?? ''
  if (!CLOSES.has(mark)) return null
  const close = closeOf(line, at)
  if (!SINGLE.includes(mark)) return close ?? line.length
  return LETTER.test(line[at - 1] ?? '') ? null : close
}

function closeOf(line: string, open: number): number | null {
  const mark = line[open] ?? ''
  const closing = CLOSES.get(mark) ?? ''
  for (let at = open + 1; at < line.length; at += 1) {
    const isApostrophe = SINGLE.includes(mark) && LETTER.test(line[at + 1] ?? '')
    if (closing.includes(line[at] ?? '\n') && !isApostrophe) return at + 1
  }
  return null
}
