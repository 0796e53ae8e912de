import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { AppModule } from '../app.module.js'
import { doorsOf } from '../access/undeclared.js'
import { csv } from './csv.js'

const SEED = Number(process.env.ACCORD_PROPERTY_SEED || Date.now() % 2 ** 31)
const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\0'] as const
const HOSTILE = [
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  '\t=1',
  '\r=1',
  '\0=1',
  '"=1"',
  ',=1',
  '\n=1',
  `=HYPERLINK("x","y")`,
  "'=1",
  ';=1',
]

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: fc.constantFrom(...Array.from('=+-@\t\r\n\0",;\'a')) }),
)
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

describe('a file for a spreadsheet', () => {
  it(`[HD7] [A12] is read back as it was written, and no cell of it begins a formula (seed ${SEED})`, () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const read: string[][] = parse(csv(rows), {
          relaxColumnCount: false,
          recordDelimiter: '\r\n',
          skipEmptyLines: false,
        })
        const isMarked = (value: string) => TRIGGERS.some((trigger) => value.startsWith(trigger))
        expect(read).toEqual(rows.map((row) => row.map((value) => (isMarked(value) ? `'${value}` : value))))
        expect(read.flat().filter(isMarked)).toEqual([])
      }),
      { seed: SEED, numRuns: 1_000 },
    )
  })

  it('[HD7] [A12] is what every route answers with that gives one, to be kept and not shown', () => {
    const given = doorsOf(AppModule).flatMap(({ name, owner, key }) => {
      const method = (owner.prototype as Record<string, object>)[key]
      const headers =
        (method && (Reflect.getMetadata('__headers__', method) as { name: string; value: string }[])) || []
      const value = (wanted: string) => headers.find((header) => header.name === wanted)?.value ?? ''
      return value('Content-Type').startsWith('text/csv')
        ? [{ name, kept: value('Content-Disposition') }]
        : []
    })
    expect(given.map(({ name }) => name)).toEqual(['AuditController.file'])
    for (const { kept } of given) expect(kept).toMatch(/^attachment; filename="[a-z]+\.csv"$/)
  })
})
