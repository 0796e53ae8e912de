import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { idsIn } from '../apps/client-portal/scripts/ids-in.mjs'
import { sentenceFor } from './failure.mjs'
import { messages } from './messages.mjs'
import { nodeRefusal } from './node-version.mjs'
import { readAddress, requireDatabase, sentenceForCode } from './postgres/database-url.mjs'
import { root } from './settings.mjs'

/** @type {[string, (...words: any[]) => string][]} */
const all = Object.entries(messages)

it('[HO2] every failure is one sentence that ends in a full stop', () => {
  const failures = all
    .map(([, say]) => say(1, 2, 3))
    .filter((sentence) => / needs | failed: | did not | is in use /.test(sentence))
  assert.ok(failures.length > 5)
  for (const sentence of failures) {
    assert.match(sentence, /\.$/)
    assert.doesNotMatch(sentence, /\. |\n/)
  }
})

it('[HO2] every sentence of the catalogue is said somewhere', () => {
  const code = readdirSync(path.join(root, 'scripts'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs') && !name.endsWith('.test.mjs') && !name.endsWith('messages.mjs'))
    .map((name) => readFileSync(path.join(root, 'scripts', name), 'utf8'))
    .join('\n')
  assert.deepEqual(
    all.map(([name]) => name).filter((name) => !code.includes(`messages.${name}`)),
    [],
  )
})

it('[HO2] a full disk and a forbidden directory are told as such, wherever they surface', () => {
  const error = (/** @type {string} */ code) => Object.assign(new Error(code), { code, path: '/a/place' })
  assert.equal(sentenceFor(error('ENOSPC')), messages.diskFull('/a/place'))
  assert.equal(sentenceFor(error('EACCES')), messages.notWritable('/a/place'))
})

it('[HO3] no sentence about an address repeats its password, nor the address', async () => {
  const address = 'postgresql://wren:quite-secret@127.0.0.1:1/accord'
  const codes = ['28P01', '28000', '3D000', '', 'ECONNREFUSED', 'ETIMEDOUT', '53300']
  const said = codes.map((code) => sentenceForCode(code, readAddress(address)))
  const broken = ['%zz', '1/a', ':x/a'].map((end) => `postgresql://wren:quite-secret@host:${end}`)
  for (const one of [address, ...broken])
    said.push(inspect(await requireDatabase(one).catch((/** @type {unknown} */ error) => error)))
  assert.equal(said.filter((sentence) => sentence.includes('PlainFailure')).length, 4)
  for (const sentence of said) assert.doesNotMatch(sentence, /quite-secret|postgresql:\/\/wren/)
})

it('[HO4] refuses Node below 20.19, and no later one', () => {
  assert.equal(nodeRefusal('16.20.2'), messages.nodeTooOld('16.20.2', '20.19'))
  assert.equal(nodeRefusal('20.18.3'), messages.nodeTooOld('20.18.3', '20.19'))
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.11.1']) assert.equal(nodeRefusal(version), null)
})

describe('the words of the portal’s first screen', () => {
  it('[HO25] are all that its files name, also beside an empty string', () => {
    const source = `title = name === '' ? ui('goal.unnamed') : isLate ? t("home.late") : t(\`home.\${when}\`)`
    const known = ['goal.unnamed', 'home.late', 'home.morning', 'goal.page']
    assert.deepEqual(idsIn(source, known), ['goal.unnamed', 'home.late', 'home.morning'])
  })
})
