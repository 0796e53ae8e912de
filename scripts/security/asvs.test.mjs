import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, it } from 'node:test'
import { root } from '../settings.mjs'
import { ASVS_ROWS } from './asvs-rows.mjs'
import { judgeAsvs, readAsvs } from './asvs.mjs'
import { BOUNDED, isBounded, regexesOf } from './regexes.mjs'

/** @type {string} */
let place

before(() => {
  place = mkdtempSync(path.join(tmpdir(), 'accord-asvs-'))
  mkdirSync(path.join(place, 'apps'))
  const tests = ["it('[X1] a door is shut', () => {})", "it.skip('[X2] a door is open', () => {})"]
  writeFileSync(path.join(place, 'apps', 'door.test.ts'), tests.join('\n'))
  const regexes = [
    'export const fine = /^[a-z]+$/u',
    'export const bad = /^(a+)+$/',
    'export const made = new RegExp(`${fine}*`)',
  ]
  writeFileSync(path.join(place, 'apps', 'words.ts'), regexes.join('\n'))
  for (const folder of ['packages', 'verifier']) mkdirSync(path.join(place, folder))
})
after(() => rmSync(place, { recursive: true }))

const HELD = 'what holds it here'
const sound = [...ASVS_ROWS].map(([id, level]) => [
  id,
  level,
  'yes',
  HELD,
  'apps/door.test.ts :: [X1] a door is',
])
const listed = (/** @type {readonly (readonly unknown[])[]} */ rows) =>
  `id,level,applies,held,test\n${rows.map((row) => row.join(',')).join('\n')}\n`
const troubles = (/** @type {readonly unknown[]} */ first) =>
  judgeAsvs(listed([first, ...sound.slice(1)]), place).problems

it('[HD1] counts what is proven, open and not applicable', () => {
  const rows = [
    ['1.1.1', 2, 'no', '"nothing, of the kind"', ''],
    ['1.1.2', 2, 'yes', HELD, 'open'],
    ...sound.slice(2),
  ]
  assert.deepEqual(judgeAsvs(listed(rows), place), {
    problems: [],
    counts: { proven: sound.length - 2, open: 1, not: 1 },
  })
})

it('[HD1] fails where a row is missing, doubled, unknown or of another level', () => {
  assert.deepEqual(judgeAsvs(listed(sound.slice(1)), place).problems, ['1.1.1 is missing.'])
  assert.deepEqual(judgeAsvs(listed([...sound, sound[0] ?? []]), place).problems, ['1.1.1 is there twice.'])
  assert.match(troubles(['1.1.9', 2, 'yes', HELD, 'open']).join(), /1\.1\.9 is no row .*1\.1\.1 is missing/)
  assert.deepEqual(troubles(['1.1.1', 1, 'yes', HELD, 'open']), ['1.1.1 is of level 2, not 1.'])
})

it('[HD1] fails where a test or its file is not there, or does not run, and where a no has no reason', () => {
  for (const test of [
    'apps/door.test.ts :: [X1] a window',
    'apps/door.test.ts :: [X2] a door',
    'apps/gone.test.ts :: [X1] a door is',
    '',
    'apps/door.test.ts',
    'apps/words.ts :: [X1] a door is',
  ])
    assert.equal(troubles(['1.1.1', 2, 'yes', HELD, test]).length, 1, test)
  assert.deepEqual(troubles(['1.1.1', 2, 'no', '', '']), ['1.1.1 does not say why not.'])
  assert.deepEqual(troubles(['1.1.1', 2, 'maybe', HELD, '']), ['1.1.1 says neither yes nor no.'])
})

it('[HD1] this list is true', () => {
  assert.deepEqual(judgeAsvs(readAsvs(root), root).problems, [])
})

it('[HD6] a regular expression that a long text keeps busy is found, and so is one that is made of others', () => {
  const found = regexesOf(place).filter((one) => !isBounded(one))
  assert.deepEqual(
    found.map(({ at }) => at),
    ['apps/words.ts:2', 'apps/words.ts:3'],
  )
})

it('[HD6] every one of ours is bounded, and every exception is one that there is', () => {
  const all = regexesOf(root)
  assert.deepEqual(
    all.filter((one) => !isBounded(one)),
    [],
  )
  assert.deepEqual(
    Object.keys(BOUNDED).filter((pattern) => !all.some((one) => one.pattern === pattern)),
    [],
  )
})
