import { standingLines, writtenBoxes } from '@accord/domain/ending/text'
import type { EndingState } from '@accord/domain/rest/ending'
import type { ReleasedNote } from '@accord/domain/rest/note'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { message } from '../messages/message.js'
import { markSentence, quoteSentence, sectionName, writtenSections } from '../note/note-words.js'
import { itemName } from './item-name.js'
import { NOTHING, number, time, type Cell, type Names, type TakenTable } from './table.js'

/** Notes as far as they are shown, and of the others that they are there. (TO3) */
export function tablesOfNotes(taken: TakenCase, name: Names): readonly TakenTable[] {
  return [
    {
      name: 'notes',
      columns: ['session', 'section', 'words', 'by', 'at'],
      rows: taken.notes.flatMap((note) => noteRows(note, name)),
    },
    {
      name: 'notes-kept-back',
      columns: ['session', 'at', 'by', 'reason'],
      rows: taken.notesKeptBack.map(({ number: session, day, author, shownFrom }) => [
        ...[String(session), time(day), name(author)],
        message(shownFrom === null ? 'takeout.keptBack' : 'takeout.delayed'),
      ]),
    },
    {
      name: 'supervisor-said',
      columns: ['by', 'words', 'at'],
      rows: taken.supervisorSaid.map(({ by, text, at }) => [name(by), text, time(at)]),
    },
    {
      name: 'ending',
      columns: ['about', 'words', 'by', 'at'],
      rows: taken.ending ? endingRows(taken.ending, name) : [],
    },
  ]
}

/** What was permitted and told, and who looked. */
export function tablesOfTrust(taken: TakenCase, name: Names): readonly TakenTable[] {
  const wordsOf = (hash: string) => {
    const text = taken.consentTexts.find((one) => one.hash === hash)
    if (!text) return NOTHING
    const points = text.points.map((point) => `${point.title}. ${point.words}`)
    return [text.title, text.words, ...points].join('\n')
  }
  return [
    {
      name: 'consents',
      columns: ['purpose', 'answer', 'recipient', 'at', 'until', 'signedBy', 'signedAs', 'version', 'text'],
      rows: taken.consents.flatMap(({ ledger }) =>
        ledger.map((row): readonly Cell[] => [
          ...[row.purpose, row.answer, row.recipientName ?? NOTHING, time(row.at), time(row.expiresAt)],
          ...[row.signedByName, row.name ?? NOTHING, number(row.text.version), wordsOf(row.text.hash)],
        ]),
      ),
    },
    {
      name: 'told-outside',
      columns: ['recipient', 'address', 'words', 'reason', 'authority', 'by', 'at'],
      rows: taken.disclosures.map(({ recipient, address, what, why, authority, by, toldAt }) => [
        ...[recipient, address ?? NOTHING, what, why, authority, by.name, time(toldAt)],
      ]),
    },
    looksTable(taken),
    addendaTable(taken, name),
    requestsTable(taken),
  ]
}

function looksTable({ looks }: TakenCase): TakenTable {
  return {
    name: 'looks',
    columns: ['person', 'relation', 'looked', 'at', 'until', 'asked', 'answer', 'reason'],
    rows: looks.map((look) => [
      ...[look.name, look.relation, look.what, time(look.at), time(look.until)],
      ...[look.question?.text ?? NOTHING, look.question?.answer?.text ?? NOTHING],
      look.emergency?.reason ?? NOTHING,
    ]),
  }
}

/** What was said of what stands in the record, after what that said. (AD4) */
function addendaTable({ addenda }: TakenCase, name: Names): TakenTable {
  return {
    name: 'addenda',
    columns: ['about', 'words', 'by', 'at'],
    rows: addenda.map((one) => [itemName(one), one.words, name(one.by), time(one.at)]),
  }
}

function requestsTable({ requests }: TakenCase): TakenTable {
  return {
    name: 'requests',
    columns: ['kind', 'words', 'status', 'at', 'due', 'reason', 'answer'],
    rows: requests.map(({ kind, words, state, receivedAt, dueAt, extension, answer }) => [
      ...[kind, words, state, time(receivedAt), time(dueAt)],
      ...[extension?.reason ?? NOTHING, answer?.words ?? NOTHING],
    ]),
  }
}

function noteRows(note: ReleasedNote, name: Names): readonly (readonly Cell[])[] {
  const { content, session, author, signedAt, amendments, replies } = note
  const row = (section: string, words: string): readonly Cell[] => {
    return [String(session.number), section, words, name(author), time(signedAt)]
  }
  return [
    ...writtenSections(content).map(({ section, words }) => row(sectionName(content.form, section), words)),
    ...content.quotes.map((quote) => row(message('note.paper.quotes'), quoteSentence(quote, name))),
    ...content.marks.map((mark) => row(message('note.paper.marks'), markSentence(mark))),
    ...amendments.map(({ by, at, words }): readonly Cell[] => [
      ...[String(session.number), message('takeout.amended'), words, name(by), time(at)],
    ]),
    ...replies.map(({ by, at, words }): readonly Cell[] => [
      ...[String(session.number), message('takeout.replied'), words, name(by), time(at)],
    ]),
  ]
}

function endingRows(state: EndingState, name: Names): readonly (readonly Cell[])[] {
  if (state.kind === 'none') return []
  const words = state.kind === 'closed' ? state.pack : state.draft
  const closedAt = time(state.kind === 'closed' ? state.pack.closedAt : null)
  const addenda = state.kind === 'closed' ? state.addenda : []
  return [
    ...writtenBoxes(words.boxes).map(({ box, writer, words: said }): readonly Cell[] => [
      ...[message(`ending.paper.box.${box}`), said, name(writer), closedAt],
    ]),
    ...words.kept.map((goal): readonly Cell[] => [
      ...[message('ending.paper.kept'), `${goal.name}: ${goal.statement}`, NOTHING, closedAt],
    ]),
    ...standingLines(words.lines).map((line): readonly Cell[] => [
      ...[message(`ending.paper.list.${line.list}`), line.words, NOTHING, closedAt],
    ]),
    ...addenda.map(({ by, at, words: said }): readonly Cell[] => [
      ...[message('takeout.amended'), said, name(by), time(at)],
    ]),
  ]
}
