import { clientSchema, type ClientBody } from '@accord/domain/rest/people'
import {
  IMPORT_COLUMNS,
  MOST_IMPORTED,
  type ImportColumn,
  type ImportTroubleCode,
} from '@accord/domain/rest/client-import'
import { CsvError, parse } from 'csv-parse/sync'

/** Something wrong with the file, without its sentence. */
export interface Trouble {
  readonly row: number
  readonly column: string | null
  readonly code: ImportTroubleCode
}

/** Somebody whom a row of the file names. */
export interface FoundClient {
  readonly row: number
  readonly client: ClientBody
}

export interface ClientRows {
  /** Rows with words in them, the headings not counted. */
  readonly found: number
  readonly clients: readonly FoundClient[]
  readonly troubles: readonly Trouble[]
}

const NEEDED: readonly ImportColumn[] = ['name', 'email']

/** Where the file's words go, and what is wrong when they don't fit there. */
const FIELDS: readonly {
  readonly column: ImportColumn
  readonly field: keyof Omit<ClientBody, 'emergencyContact'>
  readonly code: ImportTroubleCode
}[] = [
  { column: 'name', field: 'name', code: 'too-long' },
  { column: 'email', field: 'email', code: 'not-an-email' },
  { column: 'phone', field: 'phone', code: 'not-a-phone' },
  { column: 'pronouns', field: 'pronouns', code: 'too-long' },
  { column: 'language', field: 'language', code: 'not-a-language' },
  { column: 'date_of_birth', field: 'dateOfBirth', code: 'not-a-day' },
]

/** Reads clients from a CSV file (RFC 4180; semicolons as some spreadsheets write them, too). (CL16) */
export function readClientRows(csv: string): ClientRows {
  const lines = linesOf(csv)
  if ('code' in lines) return { found: 0, clients: [], troubles: [lines] }
  const [first = [], ...rest] = lines
  const headings = first.map((heading) => heading.trim().toLowerCase())
  const rows = rest.map((cells, at) => ({ cells, row: at + 2 })).filter(({ cells }) => cells.some(Boolean))
  const troubles = [...troublesOfHeadings(headings), ...troublesOfSize(rows.length)]
  if (troubles.length > 0) return { found: rows.length, clients: [], troubles }
  const read = rows.map(({ cells, row }) => readRow(headings, cells, row))
  const twins = troublesOfTwins(read.flatMap(({ client, row }) => (client ? [{ client, row }] : [])))
  return {
    found: rows.length,
    clients: read.flatMap(({ client, row }) => (client ? [{ client, row }] : [])),
    troubles: [...read.flatMap((one) => one.troubles), ...twins].sort((a, b) => a.row - b.row),
  }
}

function linesOf(csv: string): string[][] | Trouble {
  try {
    const firstLine = csv.slice(0, csv.search(/[\r\n]|$/))
    const delimiter = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ','
    const options = {
      bom: true,
      trim: true,
      relax_column_count_less: true,
      skip_empty_lines: false,
      delimiter,
    }
    return parse(csv, options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    return { row: line, column: null, code: 'unreadable' }
  }
}

function troublesOfHeadings(headings: readonly string[]): Trouble[] {
  const about = (code: ImportTroubleCode) => (column: string) => ({ row: 1, column, code })
  const known: readonly string[] = IMPORT_COLUMNS
  return [
    ...NEEDED.filter((column) => !headings.includes(column)).map(about('column-missing')),
    ...headings.filter((heading) => !known.includes(heading)).map(about('column-unknown')),
    ...headings.filter((heading, at) => headings.indexOf(heading) !== at).map(about('column-twice')),
  ]
}

function troublesOfSize(rows: number): Trouble[] {
  if (rows === 0) return [{ row: 1, column: null, code: 'no-rows' }]
  return rows > MOST_IMPORTED ? [{ row: MOST_IMPORTED + 2, column: null, code: 'too-many-rows' }] : []
}

function readRow(headings: readonly string[], cells: readonly string[], row: number) {
  const words = (column: ImportColumn) => cells[headings.indexOf(column)] || null
  const value = Object.fromEntries(FIELDS.map(({ column, field }) => [field, words(column)]))
  const troubles = FIELDS.flatMap(({ column, field, code }): Trouble[] => {
    const isMissing = words(column) === null
    if (isMissing) return NEEDED.includes(column) ? [{ row, column, code: 'missing' }] : []
    return clientSchema.shape[field].safeParse(value[field]).success ? [] : [{ row, column, code }]
  })
  const parsed = clientSchema.safeParse({ ...value, emergencyContact: null })
  return { row, troubles, client: parsed.success ? parsed.data : null }
}

function troublesOfTwins(clients: readonly FoundClient[]): Trouble[] {
  const seen = new Set<string>()
  return clients.flatMap(({ row, client }): Trouble[] => {
    const isTwin = seen.has(client.email)
    seen.add(client.email)
    return isTwin ? [{ row, column: 'email', code: 'email-twice' }] : []
  })
}
