/**
 * Many clients at once, from the text of a CSV file (RFC 4180). For administrators at the console. (CL16, CL17)
 *
 * - `POST /api/clients/import?dry=1` {@link ImportBody} → 200 {@link ImportAnswer}: says what would happen
 * - `POST /api/clients/import` {@link ImportBody} → 200 {@link ImportAnswer}: imports all rows, or none when one has trouble
 *
 * The first line names the columns in any order: `name` and `email`, and of the others those that there are.
 */
import { z } from 'zod/mini'

export const IMPORT_COLUMNS = ['name', 'email', 'phone', 'pronouns', 'language', 'date_of_birth'] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

export const MOST_IMPORTED = 1_000

export const importSchema = z.strictObject({ csv: z.string().check(z.minLength(1), z.maxLength(100_000)) })
export type ImportBody = z.infer<typeof importSchema>

export type ImportTroubleCode =
  | 'unreadable'
  | 'too-many-rows'
  | 'no-rows'
  | 'column-missing'
  | 'column-unknown'
  | 'column-twice'
  | 'missing'
  | 'too-long'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-language'
  | 'not-a-day'
  | 'email-twice'
  | 'email-taken'

export interface ImportTrouble {
  /** The line of the table: 1 is the line of the headings, as a spreadsheet counts. */
  readonly row: number
  /** The heading, null when it is about the whole row or file. */
  readonly column: string | null
  readonly code: ImportTroubleCode
  /** The sentence for a person. It repeats nothing that the file holds. */
  readonly message: string
}

export interface ImportAnswer {
  readonly dry: boolean
  /** People whom the file names. */
  readonly found: number
  /** How many are clients now because of it: all that were found, or 0. */
  readonly imported: number
  readonly troubles: readonly ImportTrouble[]
}
