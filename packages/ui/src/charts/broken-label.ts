/** So many characters stand beside a chart's plot in one line, in the larger type of narrow screens too. */
const ROOM = 13

/** A label broken between words, so that none of it is cut off at the end of its chart. A longer word stands alone. */
export function brokenLabel(label: string): readonly string[] {
  const lines: string[] = []
  for (const word of label.split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= ROOM) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}
