import type { TakenCase } from '@accord/domain/rest/takeout'
import { csv } from '../audit/csv.js'
import { message } from '../messages/message.js'
import type { Block } from '../paper/paper.js'
import { tablesOfCare, tablesOfMeetings } from './tables-of-meetings.js'
import { tablesOfPlan } from './tables-of-plan.js'
import { tablesOfNotes, tablesOfTrust } from './tables-of-trust.js'
import type { Cell, Names, TakenTable } from './table.js'

/** Everything in tables but the history; those with nothing in them as well, so that nobody has to guess. (TO7) */
export function tablesOf(taken: TakenCase): readonly TakenTable[] {
  const name = namesIn(taken)
  return [
    ...tablesOfPlan(taken, name),
    ...tablesOfMeetings(taken, name),
    ...tablesOfCare(taken, name),
    ...tablesOfNotes(taken, name),
    ...tablesOfTrust(taken, name),
  ]
}

export function namesIn({ people }: Pick<TakenCase, 'people'>): Names {
  const names = new Map<string, string>(people.map(({ person, name }) => [person, name]))
  return (person) => names.get(person) ?? message('bundle.somebody')
}

/** A table for spreadsheets: its columns named by the codes that this file's README lists. (TO7) */
export function csvOf({ columns, rows }: TakenTable): string {
  return csv([columns, ...rows.map((row) => row.map(written))])
}

function written(cell: Cell): string {
  return typeof cell === 'string' ? cell : new Date(cell.at).toISOString()
}

/** How a paper tells times, and what it says of itself. */
export interface OnPaper {
  readonly when: (at: number) => string
}

/** The same tables in words. (TO7) */
export function blocksOf(taken: TakenCase, on: OnPaper): readonly Block[] {
  const names = taken.people.filter(({ relation }) => relation === 'client').map(({ name }) => name)
  return [
    { kind: 'title', text: message('takeout.paper.title', { names: names.join(', ') }) },
    {
      kind: 'meta',
      text: message('takeout.paper.made', { practice: taken.practice, when: on.when(taken.madeAt) }),
    },
    { kind: 'text', text: message('takeout.paper.history') },
    ...tablesOf(taken).flatMap((table) => blocksOfTable(table, on)),
  ]
}

function blocksOfTable({ name, columns, rows }: TakenTable, on: OnPaper): readonly Block[] {
  if (rows.length === 0) return []
  const [named, ...others] = columns
  return [
    { kind: 'heading', text: message(`takeout.table.${name}`) },
    ...rows.flatMap((row): readonly Block[] => [
      ...(named && row[0] !== undefined ? [{ kind: 'subheading' as const, text: said(named, row[0]) }] : []),
      ...others.flatMap((column, index): readonly Block[] => {
        const cell = row[index + 1] ?? ''
        if (cell === '') return []
        const words = typeof cell === 'string' ? cell : on.when(cell.at)
        const text = `${message(`takeout.column.${column}`)}: ${words}`
        return [{ kind: typeof cell === 'string' ? 'text' : 'meta', text }]
      }),
    ]),
  ]

  function said(column: (typeof columns)[number], cell: Cell): string {
    const words = typeof cell === 'string' ? cell : on.when(cell.at)
    return column === 'session' ? message('takeout.session', { number: words }) : words
  }
}
