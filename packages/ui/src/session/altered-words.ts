/** What was taken out of a text and put in, as one stretch of whole words each. */
export interface Altered {
  readonly removed: string
  readonly added: string
}

/** The words between what two texts have in common at their beginnings and at their ends. */
export function alteredWords(before: string, after: string): Altered {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start] === now[start]) start++
  let end = 0
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return {
    removed: old.slice(start, old.length - end).join(' '),
    added: now.slice(start, now.length - end).join(' '),
  }
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+/gu) ?? []
}
