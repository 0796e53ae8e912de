import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { messages } from './messages.mjs'
import { runningPostmaster } from './postgres/pid-file.mjs'
import { aCheckout, runScript } from './testing/checkout.mjs'

/** Stands for the API's command: says what it was called with, and ends as it is told. */
const COMMAND = `
const isCheck = process.argv.includes('--check')
console.log(JSON.stringify({ args: process.argv.slice(2), into: process.env.ACCORD_DATA_DIR, at: isCheck ? null : process.env.DATABASE_URL }))
process.exit(Number(isCheck ? process.env.TEST_CHECK ?? 0 : process.env.TEST_CODE ?? 0))
`

/** @type {ReturnType<typeof aCheckout>} */
let checkout
before(() => {
  checkout = aCheckout()
  mkdirSync(path.join(checkout.folder, 'apps/api/src/backup'))
  writeFileSync(path.join(checkout.folder, 'apps/api/src/backup/restore.cli.js'), COMMAND)
})
after(() => checkout.remove())

const inside = (/** @type {string[]} */ ...names) => path.join(checkout.folder, ...names)

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function restore(args, env = {}) {
  const run = await runScript(checkout.folder, 'restore.mjs', { args, env })
  return { code: await run.exit, ...run.said }
}

describe('npm run restore', () => {
  it('[BR11] [BR12] says in a sentence what it needs, and never goes into a directory that holds something', async () => {
    for (const args of [[], ['--from'], ['--form', 'a.backup']]) {
      const { code, err } = await restore(args)
      assert.deepEqual([code, err], [1, `${messages.restoreUsage()}\n`])
    }
    mkdirSync(inside('used', 'letters'), { recursive: true })
    const { code, err } = await restore(['--from', 'a.backup', '--into', 'used'])
    assert.deepEqual([code, err], [1, `${messages.restoreIntoUsed(inside('used'))}\n`])
  })

  it('[BR5] makes no database for a backup that is not whole', async () => {
    const { code } = await restore(['--from', 'a.backup', '--into', 'new'], { TEST_CHECK: '2' })
    assert.deepEqual([code, existsSync(inside('new'))], [1, false])
  })

  it('[BR11] takes away all that it made when nothing was restored', async () => {
    const { code } = await restore(['--from', 'a.backup', '--into', 'new'], { TEST_CODE: '2' })
    assert.deepEqual([code, existsSync(inside('new'))], [1, false])
  })

  it('[BR11] restores into a database of its own, stops it, and never into one that is there', async () => {
    mkdirSync(inside('.data'), { recursive: true })
    const { code, out } = await restore(['--from', 'a.backup', '--into', 'other'])
    assert.equal(code, 0, out)
    const called = out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    const from = ['--from', inside('a.backup'), '--beside', inside('.data')]
    assert.deepEqual(
      called.map(({ args }) => args),
      [[...from, '--check'], from],
    )
    assert.match(called[1].at, /^postgresql:\/\/postgres:.*@127\.0\.0\.1:\d+\/accord$/)
    assert.equal(called[1].into, inside('other'))
    assert.ok(out.includes(messages.restoreHowToStart(inside('other'))))
    assert.equal(runningPostmaster(inside('other', 'postgres')), null)
    const again = await restore(['--from', 'a.backup'], { ACCORD_DATA_DIR: inside('other') })
    assert.deepEqual(
      [again.code, again.err],
      [1, `${messages.restoreClusterThere(inside('other', 'postgres'))}\n`],
    )
  })
})
