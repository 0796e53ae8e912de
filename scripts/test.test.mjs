import assert from 'node:assert/strict'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { messages } from './messages.mjs'
import { root } from './settings.mjs'
import { suites } from './suites.mjs'
import { aCheckout, runScript } from './testing/checkout.mjs'

/** @type {ReturnType<typeof aCheckout>} */
let checkout

before(() => {
  checkout = aCheckout()
})
after(() => checkout.remove())

/**
 * A suite with these tests in it, and nothing else, in the checkout's own table.
 *
 * @param {'jest' | 'node'} runner
 * @param {Record<string, string>} files
 * @param {number} [budget]
 */
async function testing(runner, files, budget = 60) {
  const folder = path.join(checkout.folder, 'packages', 'one')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(path.join(root, 'packages', 'domain', '.swcrc'), path.join(folder, '.swcrc'))
  const config =
    "export default { testEnvironment: 'node', extensionsToTreatAsEsm: ['.ts'], transform: { '^.+\\\\.ts$': ['@swc/jest'] } }"
  writeFileSync(path.join(folder, 'jest.config.mjs'), config)
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  const table = `export const suites = [{ name: 'one', folder: 'packages/one', runner: '${runner}', budget: ${budget} }]`
  writeFileSync(path.join(checkout.folder, 'scripts', 'suites.mjs'), `${table}\n`)
  const run = await runScript(checkout.folder, 'test.mjs')
  const code = await run.exit
  return { code, out: run.said.out, lastLine: run.said.out.trimEnd().split('\n').at(-1) }
}

describe('npm test', () => {
  it('[HO20] gives every suite a budget, 20 minutes at most for all of them', () => {
    assert.ok(suites.every(({ budget }) => budget > 0))
    assert.ok(suites.reduce((sum, { budget }) => sum + budget, 0) <= 20 * 60)
  })

  it('[HO21] sums what the runner wrote for machines, with the address of a throw-away PostgreSQL in hand', async () => {
    const test = `import { test, expect } from '@jest/globals'
      test('a', () => expect(process.env.ACCORD_TEST_DATABASE_URL).toMatch(/^postgresql:/))
      test('b', () => expect(process.env.DATABASE_URL).toBeUndefined())`
    const { code, lastLine } = await testing('jest', { 'a.test.ts': test })
    assert.deepEqual([code, lastLine], [0, '2 passed, 0 failed'])
  })

  it('[HO21] counts failed tests, skipped tests and files that do not load', async () => {
    const test = `import { test, expect } from '@jest/globals'
      test('a', () => expect(1).toBe(1)); test('b', () => expect(1).toBe(2)); test.skip('c', () => undefined)`
    const { code, lastLine } = await testing('jest', {
      'a.test.ts': test,
      'b.test.ts': 'throw new Error("no")',
    })
    assert.deepEqual([code, lastLine], [1, '1 passed, 3 failed'])
  })

  it("[HO21] reads node's own runner, groups not counted", async () => {
    const test = `import { describe, it } from 'node:test'
      describe('g', () => { it('a', () => undefined); it('b', () => { throw new Error('no') }); it.skip('c', () => undefined) })`
    const { code, lastLine } = await testing('node', { 'a.test.mjs': test })
    assert.deepEqual([code, lastLine], [1, '1 passed, 2 failed'])
  })

  it('[HO20] a suite that runs no test has failed', async () => {
    const { code, out, lastLine } = await testing('jest', {})
    assert.deepEqual([code, lastLine], [1, '0 passed, 1 failed'])
    assert.ok(out.includes(messages.suiteRanNothing('one')))
  })

  it('[HO20] a suite over its budget says so, and has not failed for that', async () => {
    const test =
      "import { it } from 'node:test'\nit('a', () => new Promise((done) => setTimeout(done, 4_200)))"
    const { code, out, lastLine } = await testing('node', { 'a.test.mjs': test }, 4)
    assert.deepEqual([code, lastLine], [0, '1 passed, 0 failed'])
    assert.ok(out.includes(messages.suiteOverBudget('one', 4)))
  })

  it('[HO20] a suite at twice its budget is stopped and has failed', async () => {
    const test =
      "import { it } from 'node:test'\nit('a', () => new Promise((done) => setTimeout(done, 60_000)))"
    const { code, out, lastLine } = await testing('node', { 'a.test.mjs': test }, 1)
    assert.deepEqual([code, lastLine], [1, '0 passed, 1 failed'])
    assert.ok(out.includes(messages.suiteStopped('one', 2)))
  })

  it('[HO20] says which suites there are when it is asked for another', async () => {
    const run = await runScript(checkout.folder, 'test.mjs', { args: ['nothing'] })
    assert.equal(await run.exit, 1)
    assert.equal(run.said.err, `${messages.unknownSuite('nothing', 'one')}\n`)
  })
})
