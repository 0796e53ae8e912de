/** @jest-environment node */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { IntlMessageFormat } from 'intl-messageformat'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalogue, MessageArguments } from './catalogue.js'
import { formatText } from './format-message.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-messages-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function compile(languages: Record<string, Record<string, string>>): {
  status: number | null
  stderr: string
} {
  for (const [locale, texts] of Object.entries(languages)) {
    writeFileSync(join(folder, `${locale}.json`), JSON.stringify(texts))
  }
  return spawnSync(process.execPath, ['scripts/compile-messages.mjs', folder], { encoding: 'utf8' })
}

/** The generated module's object, read without TypeScript: it is JSON but for the last comma. */
function compiledCatalogue(): Catalogue {
  const source = readFileSync(join(folder, 'compiled', 'en.ts'), 'utf8')
  const body = source.slice(source.indexOf('= {') + 2).replace(/,\n\}\s*$/u, '\n}')
  return JSON.parse(body) as Catalogue
}

const CASES: readonly (readonly [string, MessageArguments & Record<string, string | number | Date>])[] = [
  ['{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}', { n: 2 }],
  ['{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}', { n: 1 }],
  ['{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 23 }],
  ['{r, select, client {your {n, number}} other {their {n, number}}}', { r: 'guardian', n: 12345.5 }],
  ['{d, date, ::dMMMM} at {d, time, short}', { d: new Date('2026-10-29T10:21:00Z') }],
  ['{p, number, percent} of {n, number, ::compact-short}', { p: 0.4, n: 4200 }],
  ["'{'{name}'}' wrote it''s", { name: 'Jonah' }],
]

describe('compiling messages', () => {
  it.each(CASES)('says the same as intl-messageformat: %s', (text, args) => {
    expect(compile({ en: { it: text } })).toMatchObject({ status: 0, stderr: '' })
    const reference = new IntlMessageFormat(text, 'en-GB').format(args)
    expect(formatText(compiledCatalogue().it ?? [], 'en-GB', args)).toBe(reference)
  })

  it('writes the arguments’ types', () => {
    compile({ en: { it: '{who, select, you {You} other {{name}}} wrote {n, number} <b>words</b>' } })
    const types = readFileSync(join(folder, 'compiled', 'messages.ts'), 'utf8')
    expect(types).toContain(
      "'it': { readonly who: 'you' | 'other'; readonly name: string; readonly n: number; readonly b: RichPart }",
    )
  })

  it('fails on a message that can’t be parsed, naming it', () => {
    const { status, stderr } = compile({ en: { good: 'fine', broken: '{count, plural, one {x}' } })
    expect(status).toBe(1)
    expect(stderr).toContain('en broken:')
    expect(stderr).not.toContain('good')
  })

  it('fails on a second language with a key or an argument missing or too many', () => {
    const en = { kept: '{name} agrees', lost: 'gone' }
    const { status, stderr } = compile({ en, de: { kept: '{wer} stimmt zu', extra: 'mehr' } })
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      'de kept: {wer} differs from en',
      'de lost: missing',
      'de extra: not in en',
    ])
  })
})
