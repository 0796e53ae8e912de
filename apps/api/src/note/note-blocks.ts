import { hasBodyMap } from '@accord/domain/note/kind'
import type { NoteForm } from '@accord/domain/note/content'
import { sectionIds } from '@accord/domain/note/content'
import type { NoteView, SignedNote } from '@accord/domain/rest/note'
import type { PersonId } from '@accord/domain/ids'
import { message } from '../messages/message.js'
import type { Block } from '../paper/paper.js'
import { bodyFigure } from './body-figure.js'
import { formName, markSentence, quoteSentence, sectionName, writtenSections } from './note-words.js'

/** How a note's paper names people and times. */
export interface OnPaper {
  readonly clinic: string
  readonly name: (person: PersonId) => string
  /** A day with its time. */
  readonly when: (at: number) => string
}

const LINES_OF_SECTION = 6

/** A signed note for reading: the session, the words, who signed, what was added. (NO15) */
export function noteBlocks(view: NoteView, signed: SignedNote, on: OnPaper): readonly Block[] {
  const { content } = signed
  return [
    { kind: 'title', text: message('note.paper.title', { number: view.session.number }) },
    { kind: 'meta', text: sessionLine(view, on) },
    { kind: 'meta', text: message('note.paper.form', { form: formName(content.form), clinic: on.clinic }) },
    ...(signed.late ? [{ kind: 'meta' as const, text: message('note.paper.late') }] : []),
    ...writtenSections(content).flatMap(({ section, words }): readonly Block[] => [
      { kind: 'heading', text: sectionName(content.form, section) },
      { kind: 'text', text: words },
    ]),
    ...quoteBlocks(signed, on),
    ...markBlocks(signed),
    ...signatureBlocks(view, signed, on),
    ...view.amendments.flatMap((one): readonly Block[] => [
      {
        kind: 'subheading',
        text: message('note.paper.amended', { name: on.name(one.by), when: on.when(one.at) }),
      },
      { kind: 'text', text: one.words },
    ]),
    ...view.replies.flatMap((one): readonly Block[] => [
      {
        kind: 'subheading',
        text: message('note.paper.replied', { name: on.name(one.by), when: on.when(one.at) }),
      },
      { kind: 'text', text: one.words },
    ]),
  ]
}

/** The same form with room to write by hand. (NO15) */
export function blankBlocks(
  form: NoteForm,
  helps: Readonly<Record<string, string>>,
  { clinic }: Pick<OnPaper, 'clinic'>,
): readonly Block[] {
  const hasBody = form.kind !== 'template' && hasBodyMap(form.kind)
  return [
    { kind: 'title', text: formName(form) },
    { kind: 'meta', text: clinic },
    { kind: 'subheading', text: message('note.paper.blank.who') },
    { kind: 'lines', count: 1 },
    { kind: 'subheading', text: message('note.paper.blank.when') },
    { kind: 'lines', count: 1 },
    ...sectionIds(form).flatMap((section): readonly Block[] => [
      { kind: 'heading', text: sectionName(form, section) },
      ...(helps[section] ? [{ kind: 'meta' as const, text: helps[section] }] : []),
      { kind: 'lines', count: LINES_OF_SECTION },
    ]),
    ...(hasBody ? [bodyFigure([])] : []),
    { kind: 'subheading', text: message('note.paper.blank.signed') },
    { kind: 'lines', count: 1 },
  ]
}

function sessionLine({ session, people }: NoteView, { when, name }: OnPaper): string {
  const clients = people.filter(({ relation }) => relation === 'client').map((one) => one.name)
  const present = session.present.map(name)
  const facts = {
    clients: listed(clients),
    when: when(session.startedAt ?? session.scheduledFor),
    minutes: lasted(session),
    place: message(`note.paper.place.${session.place}`),
  }
  const line = message('note.paper.session', facts)
  return present.length === 0 ? line : `${line} ${message('note.paper.present', { names: listed(present) })}`
}

/** In minutes: as long as it was where that is known, else as long as it was to be. */
function lasted({ startedAt, endedAt, minutes }: NoteView['session']): number {
  return startedAt === null || endedAt === null ? minutes : Math.round((endedAt - startedAt) / 60_000)
}

function quoteBlocks({ content }: SignedNote, on: OnPaper): readonly Block[] {
  if (content.quotes.length === 0) return []
  return [
    { kind: 'heading', text: message('note.paper.quotes') },
    ...content.quotes.map((quote): Block => ({ kind: 'text', text: quoteSentence(quote, on.name) })),
  ]
}

function markBlocks({ content }: SignedNote): readonly Block[] {
  if (content.marks.length === 0) return []
  return [
    { kind: 'heading', text: message('note.paper.marks') },
    bodyFigure(content.marks),
    ...content.marks.map((mark): Block => ({ kind: 'text', text: markSentence(mark) })),
  ]
}

function signatureBlocks(
  { author, coSignings }: NoteView,
  signed: SignedNote,
  on: OnPaper,
): readonly Block[] {
  const coSigned = coSignings.find(({ version, returned }) => version === signed.version && returned === null)
  return [
    { kind: 'heading', text: message('note.paper.signatures') },
    { kind: 'text', text: message('note.paper.signed', { name: on.name(author), when: on.when(signed.at) }) },
    ...(coSigned
      ? [
          {
            kind: 'text' as const,
            text: message('note.paper.coSigned', { name: on.name(coSigned.by), when: on.when(coSigned.at) }),
          },
        ]
      : []),
    { kind: 'meta', text: message('note.paper.hash', { hash: signed.hash }) },
  ]
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}
