import { inForm, wordsIn, type NoteContent } from '@accord/domain/note/content'
import { quoteKey } from '@accord/domain/note/quote'

/** Two texts of one note, section by section one under the other; what both say stands once. (NO7) */
export function bothTexts(here: NoteContent, there: NoteContent): NoteContent {
  const other = inForm(there, here.form)
  const known = new Set(here.sections.map(({ section }) => section))
  const sections = [
    ...here.sections.map(({ section, words }) => ({
      section,
      words: joined(words, wordsIn(other, section)),
    })),
    ...other.sections.filter(({ section }) => !known.has(section)),
  ]
  const quoted = new Set(here.quotes.map(quoteKey))
  const marked = new Set(here.marks.map((mark) => JSON.stringify(mark)))
  return {
    ...here,
    sections,
    quotes: [...here.quotes, ...there.quotes.filter((quote) => !quoted.has(quoteKey(quote)))],
    marks: [...here.marks, ...there.marks.filter((mark) => !marked.has(JSON.stringify(mark)))],
  }
}

function joined(here: string, there: string): string {
  if (there.trim() === '' || here.includes(there)) return here
  return here.trim() === '' || there.includes(here) ? there : `${here}\n\n${there}`
}
