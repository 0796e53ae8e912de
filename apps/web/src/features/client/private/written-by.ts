import type { PersonId } from '@accord/domain/ids'
import type { AttributedText } from '@accord/domain/text/attributed'

/** The stretches of a text that stand as some people wrote them, in order; what others wrote between them is left out. */
export function writtenBy({ text, runs }: AttributedText, people: ReadonlySet<PersonId>): readonly string[] {
  const stretches: string[] = []
  let at = 0
  let isOpen = false
  for (const [author, length] of runs) {
    const words = text.slice(at, at + length)
    at += length
    if (people.has(author)) {
      if (isOpen) stretches.push((stretches.pop() ?? '') + words)
      else stretches.push(words)
    }
    isOpen = people.has(author)
  }
  return stretches.map((words) => words.trim()).filter((words) => words !== '')
}
