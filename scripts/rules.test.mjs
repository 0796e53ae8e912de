import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { root } from './settings.mjs'
import { testFiles } from './testing/commands.mjs'
import { betweenRulesAndTests, quotedIn, rulesIn } from './testing/rules.mjs'

const FOLDERS = ['apps', 'packages', 'e2e', 'faults', 'scripts', 'bench', 'verifier']
const read = (/** @type {string} */ file) => readFileSync(file, 'utf8')

describe('the rules of docs/spec', () => {
  it('[HO26] have a number of their own each, are quoted by a test’s title, and no title quotes another number', () => {
    const spec = path.join(root, 'docs', 'spec')
    const rules = readdirSync(spec).flatMap((page) => rulesIn(read(path.join(spec, page))))
    const files = FOLDERS.flatMap((folder) => testFiles(path.join(root, folder), 'test|spec|extra'))
    const quoted = files.flatMap((file) => quotedIn(read(file)))
    assert.ok(rules.length > 500 && files.length > 300)
    assert.deepEqual(betweenRulesAndTests(rules, quoted), {
      statedTwice: [],
      quotedByNoTest: [],
      quotedAndNoRule: [],
    })
  })

  it('[HO26] are named where one is stated twice, quoted by nobody, or quoted and not there', () => {
    const page = '- **ZZ1** One.\n- **ZZ2** Two.\n\n  - **ZZ3** Three (ZZ9).\n- **ZZ2** Another.\n'
    const rules = rulesIn(page)
    assert.deepEqual(rules, ['ZZ1', 'ZZ2', 'ZZ3', 'ZZ2'])
    assert.deepEqual(betweenRulesAndTests(rules, ['ZZ2', 'ZZ4']), {
      statedTwice: ['ZZ2'],
      quotedByNoTest: ['ZZ1', 'ZZ3'],
      quotedAndNoRule: ['ZZ4'],
    })
  })

  it('[HO26] are quoted by titles of tests, groups, steps and rows of tables, and by nothing else', () => {
    const title = (/** @type {string[]} */ ...quotes) =>
      `'${quotes.map((one) => `[${one}] `).join('')}it holds'`
    const quoted = (/** @type {string} */ line) => quotedIn(`const a = 1\n${line}\n`)
    for (const call of ['it(', 'test(', 'describe(', 'test.step(', '])(', '['])
      assert.deepEqual(quoted(`  ${call}${title('Z7', 'ZZ1', 'ZZ2, ZZ3')}`), ['ZZ1', 'ZZ2', 'ZZ3'])
    assert.deepEqual(quoted(`it(${title('ZZ8–ZZ11, ZZ20')}`), ['ZZ8', 'ZZ9', 'ZZ10', 'ZZ11', 'ZZ20'])
    for (const line of [`// it(${title('ZZ1')}`, ` * ${title('ZZ1')}`, `it.skip(${title('ZZ1')}`])
      assert.deepEqual(quoted(line), [])
    assert.deepEqual(quoted(`it('holds', f) // [ZZ1], (ZZ2)`), [])
  })
})
