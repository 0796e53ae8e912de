import { useMemo } from 'react'
import type { PersonId } from '@accord/domain/ids'
import { regionOf, type BodyMark } from '@accord/domain/note/body-map'
import type { NoteForm } from '@accord/domain/note/content'
import { isSectionName, type SectionName } from '@accord/domain/note/kind'
import type { NoteQuote } from '@accord/domain/note/quote'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Format } from '../messages/format.js'
import type { UiTranslate } from '../moments/moment-sentence.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { useFormat } from '../messages/use-format.js'
import { shortNameOf } from '../whose-goal/short-name.js'

/** How a note's data are said in the reader's language. */
export interface NoteWords {
  readonly form: (form: NoteForm) => string
  readonly section: (form: NoteForm, section: string) => string
  /** What belongs there; empty where nobody said. */
  readonly help: (form: NoteForm, section: string) => string
  readonly quote: (quote: NoteQuote) => string
  readonly region: (region: string) => string
  readonly mark: (mark: BodyMark) => string
  readonly person: (person: PersonId) => string
}

/** @param people of the case */
export function useNoteWords(people: readonly PersonName[]): NoteWords {
  const t = useUiMessages()
  const format = useFormat()
  return useMemo(() => wordsIn(t, format, people), [people, t, format])
}

function wordsIn(t: UiTranslate, format: Format, people: readonly PersonName[]): NoteWords {
  const person = (id: PersonId) => shortNameOf(people, id) || t('person.former')
  const clients = people.filter(({ relation }) => relation === 'client').map((one) => person(one.person))
  const names = format.list(clients)
  const own = (form: NoteForm, section: string) =>
    form.kind === 'template' ? form.sections.find(({ id }) => id === section) : undefined
  return {
    person,
    region: (id) => regionWords(t, id),
    mark: (mark) => markWords(t, format, mark),
    form: (form) => (form.kind === 'template' ? form.name : t(`note.kind.${form.kind}`)),
    section: (form, section) =>
      isSectionName(section)
        ? t(`note.section.${section}`)
        : (own(form, section)?.title ?? t('note.section.other')),
    help: (form, section) =>
      isSectionName(section) ? helpOf(t, section, names) : (own(form, section)?.help ?? t('note.help.other')),
    quote: (quote) => quoteSentence(t, format, quote, person(quote.by)),
  }
}

function regionWords(t: UiTranslate, id: string): string {
  const found = regionOf(id)
  if (!found) return ''
  const part = t(`note.part.${found.part}`)
  const sided = found.side === null ? part : t(`note.side.${found.side}`, { part })
  return t(`note.view.of.${found.view}`, { part: sided })
}

/** "left shoulder, back: tension, 5 of 10. After long drives." */
function markWords(t: UiTranslate, format: Format, { region, kind, intensity, words }: BodyMark): string {
  const said = { place: regionWords(t, region), what: t(`note.mark.${kind}`) }
  const sentence =
    intensity === null
      ? t('note.mark.said', said)
      : t('note.mark.strong', { ...said, intensity: format.number(intensity) })
  return words.trim() === '' ? sentence : `${sentence} ${words}`
}

/** Sections whose line names the clients. */
const NAMED = ['subjective', 'behaviour', 'response', 'before', 'after', 'reason'] as const
type Named = (typeof NAMED)[number]

function isNamed(section: SectionName): section is Named {
  return (NAMED as readonly string[]).includes(section)
}

function helpOf(t: UiTranslate, section: SectionName, names: string): string {
  return isNamed(section) ? t(`note.help.${section}`, { names }) : t(`note.help.${section}`)
}

/** What a session changed, in a sentence. (NO6) */
function quoteSentence(t: UiTranslate, format: Format, { entry, change }: NoteQuote, name: string): string {
  const goal = change.name.trim() === '' ? t('goal.unnamed') : change.name
  const said = { goal, name, entry: format.number(entry) }
  switch (change.kind) {
    case 'words':
      return t('note.quote.words', { ...said, after: change.after })
    case 'step':
    case 'step-done':
      return t(`note.quote.${change.kind}`, { ...said, words: change.words })
    case 'rated': {
      const shown = change.on === 'scale' ? format.signed : format.number
      const after = shown(change.after)
      if (change.before === null) return t('note.quote.rated', { ...said, after })
      return t('note.quote.ratedAgain', { ...said, before: shown(change.before), after })
    }
    case 'begun':
    case 'why':
    case 'set-aside':
    case 'taken-up':
    case 'agreed':
      return t(`note.quote.${change.kind}`, said)
  }
}
