import type { NoteContent, NoteForm } from '@accord/domain/note/content'
import { regionOf, type BodyMark, type BodyRegion } from '@accord/domain/note/body-map'
import { isSectionName } from '@accord/domain/note/kind'
import type { NoteQuote } from '@accord/domain/note/quote'
import type { PersonId } from '@accord/domain/ids'
import { message } from '../messages/message.js'

/** What a form is called. */
export function formName(form: NoteForm): string {
  return form.kind === 'template' ? form.name : message(`note.kind.${form.kind}`)
}

/** What a section is called; one that came over from another clinic form is called by what it is. */
export function sectionName(form: NoteForm, section: string): string {
  if (isSectionName(section)) return message(`note.section.${section}`)
  const own = form.kind === 'template' ? form.sections.find(({ id }) => id === section) : undefined
  return own?.title ?? message('note.section.other')
}

/** What a session changed, in a sentence. (NO6) */
export function quoteSentence({ entry, by, change }: NoteQuote, name: (person: PersonId) => string): string {
  const goal = change.name.trim() === '' ? message('report.goal.unnamed') : change.name
  const said = { goal, name: name(by), entry }
  switch (change.kind) {
    case 'words':
      return message('note.quote.words', { ...said, after: change.after })
    case 'step':
    case 'step-done':
      return message(`note.quote.${change.kind}`, { ...said, words: change.words })
    case 'rated':
      return change.before === null
        ? message('note.quote.rated', { ...said, after: change.after })
        : message('note.quote.ratedAgain', { ...said, before: change.before, after: change.after })
    case 'begun':
    case 'why':
    case 'set-aside':
    case 'taken-up':
    case 'agreed':
      return message(`note.quote.${change.kind}`, said)
  }
}

/** "Left shoulder, from the back: tension, 6 of 10." */
export function markSentence({ region, kind, intensity, words }: BodyMark): string {
  const found = regionOf(region)
  const place = found ? regionName(found) : region
  const what = message(`note.mark.${kind}`)
  const said =
    intensity === null
      ? message('note.mark.said', { place, what })
      : message('note.mark.strong', { place, what, intensity })
  return words.trim() === '' ? said : `${said} ${words}`
}

function regionName({ view, part, side }: BodyRegion): string {
  const name = message(`note.part.${part}`)
  const sided = side === null ? name : message(`note.side.${side}`, { part: name })
  return message(`note.view.of.${view}`, { part: sided })
}

/** Sections with something in them, and those that the form asks for. */
export function writtenSections({ sections }: NoteContent): NoteContent['sections'] {
  return sections.filter(({ words }) => words.trim() !== '')
}
