import type { PersonId } from '@accord/domain/ids'
import type { MessageKey } from '../messages/message.js'

type After<Prefix extends string, Key> = Key extends `${Prefix}${infer Rest}` ? Rest : never
/** What a table is called, and what its columns are; the catalogue has words for each. */
export type TableName = After<'takeout.table.', MessageKey>
export type Column = After<'takeout.column.', MessageKey>

/** Words, or a time in ms. */
export type Cell = string | { readonly at: number }

/** A part of the record, in the same rows for spreadsheets and for paper. (TO7) */
export interface TakenTable {
  readonly name: TableName
  /** The first ones name a row on paper. */
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The names of a case's people. */
export type Names = (person: PersonId) => string

export const NOTHING = ''

export function time(at: number | null): Cell {
  return at === null ? NOTHING : { at }
}

export function number(value: number | null): string {
  return value === null ? NOTHING : String(value)
}
