import { NOTE_KINDS, sectionsOf, type NoteKind, type SectionName } from './kind.js'
import type { BodyMark } from './body-map.js'
import type { NoteQuote } from './quote.js'
import type { TemplateId, TemplateSection } from './template.js'

/** In UTF-16 code units. */
export const LONGEST_SECTION = 20_000
/** Of all sections together: in any script a body of 100 KB holds as much. */
export const LONGEST_NOTE = 30_000
export const MOST_QUOTES = 100

/** What a note is written in: a form that is built in, or a version of a clinic's own. (NO1, NO4) */
export type NoteForm =
  | { readonly kind: NoteKind }
  | {
      readonly kind: 'template'
      readonly template: TemplateId
      readonly version: number
      readonly name: string
      readonly sections: readonly TemplateSection[]
    }

/** What somebody wrote in one section. */
export interface WrittenSection {
  readonly section: string
  readonly words: string
}

/** Everything that a note says, and all that a signature covers. (NO8) */
export interface NoteContent {
  readonly form: NoteForm
  /** The form's own sections first, in its order; then those that came over from another form with words in them. */
  readonly sections: readonly WrittenSection[]
  readonly quotes: readonly NoteQuote[]
  readonly marks: readonly BodyMark[]
}

export function emptyNote(form: NoteForm): NoteContent {
  return { form, sections: sectionIds(form).map(blank), quotes: [], marks: [] }
}

export function isNoteKind(kind: string): kind is NoteKind {
  return (NOTE_KINDS as readonly string[]).includes(kind)
}

/** The names of a form's sections, in their order. */
export function sectionIds(form: NoteForm): readonly string[] {
  return form.kind === 'template' ? form.sections.map(({ id }) => id) : sectionsOf(form.kind)
}

export function wordsIn({ sections }: Pick<NoteContent, 'sections'>, name: string): string {
  return sections.find(({ section }) => section === name)?.words ?? ''
}

/** Where words of one form belong in another one, when they do without their author's eye. (NO3) */
const BELONGS: Readonly<Partial<Record<SectionName, readonly SectionName[]>>> = {
  subjective: ['data', 'words'],
  objective: ['data', 'words'],
  data: ['words'],
  assessment: ['words'],
  behaviour: ['data', 'words'],
  intervention: ['words'],
  response: ['words'],
  plan: ['words'],
}

/**
 * The same note in another form: no word is lost. What has a place there goes to it; what has none (data that would have
 * to be told apart into what was said and what was seen) stays beneath, under its own name, for the author to place. (NO3)
 */
export function inForm(content: NoteContent, form: NoteForm): NoteContent {
  const ids = sectionIds(form)
  const placed = new Map<string, string[]>(ids.map((name) => [name, []]))
  const others: WrittenSection[] = []
  for (const one of content.sections) {
    if (one.words.trim() === '') continue
    const home = placed.get(homeOf(one.section, ids) ?? '')
    if (home) home.push(one.words)
    else others.push(one)
  }
  const own = ids.map((section) => ({ section, words: (placed.get(section) ?? []).join('\n\n') }))
  return { ...content, form, sections: [...own, ...others] }
}

function homeOf(section: string, ids: readonly string[]): string | undefined {
  const homes = [section, ...(BELONGS[section as SectionName] ?? [])]
  return homes.find((home) => ids.includes(home))
}

/** Words of an earlier note under the present ones of the same section; what is there already is not put there twice. (NO7) */
export function carriedForward(content: NoteContent, from: NoteContent): NoteContent {
  const sections = content.sections.map(({ section, words }) => {
    const earlier = wordsIn(from, section)
    if (earlier.trim() === '' || words.includes(earlier)) return { section, words }
    return { section, words: words.trim() === '' ? earlier : `${words}\n\n${earlier}` }
  })
  return { ...content, sections }
}

/** True when nothing stands in it that somebody wrote, quoted or marked. */
export function isBlank({ sections, quotes, marks }: NoteContent): boolean {
  return quotes.length === 0 && marks.length === 0 && sections.every(({ words }) => words.trim() === '')
}

/** Words of all sections, counted as people count them. */
export function countWords({ sections }: NoteContent): number {
  return sections.reduce((sum, { words }) => sum + (words.match(/\S+/gu)?.length ?? 0), 0)
}

function blank(section: string): WrittenSection {
  return { section, words: '' }
}
