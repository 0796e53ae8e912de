import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { codeBelow } from '../scripts/security/sources.mjs'
import { root } from '../scripts/settings.mjs'
import { around } from './inside/around.mjs'
import { CRASH_POINTS, MIGRATION_POINTS } from './inside/crash-points.mjs'
import { PLANTED } from './inside/planted.mjs'
import { BUGS } from './proof/bugs.mjs'
import { judged } from './proof/prove.mjs'

/** @import { Invariant } from './checks/invariants.mjs' */

/** @param {Invariant[]} invariants */
const violating = (...invariants) => ({
  violations: invariants.map((invariant) => ({ invariant, says: 'it does not hold' })),
})

describe('what is planted', () => {
  it('[NF5] has no switch, hook or name in the product', () => {
    const names = [...Object.keys(CRASH_POINTS), ...MIGRATION_POINTS, ...Object.keys(PLANTED)]
    const words = [...names.map((name) => `'${name}'`), 'ACCORD_FAULTS', 'faults/inside']
    const product = ['apps', 'packages']
      .flatMap((place) => codeBelow(path.join(root, place)))
      .filter((file) => !/\.test\.\w+$|[\\/](test|extra|scripts)[\\/]/.test(file))
    assert.ok(product.length > 500)
    for (const file of product) {
      const text = readFileSync(file, 'utf8')
      assert.deepEqual([file, words.filter((word) => text.includes(word))], [file, []])
    }
  })

  it('[NF5] is put around a method, and told at once where that one has another name by now', () => {
    class Room {
      open() {
        return 'open'
      }
    }
    assert.throws(() => around(Room, 'opened', (proceed) => proceed()), /no Room\.opened any more/)
    around(Room, 'open', (proceed) => `still ${proceed()}`)
    assert.equal(new Room().open(), 'still open')
  })

  it('[NF8] are the ten bugs of the specification, each in the API or in what checks it', () => {
    const page = readFileSync(path.join(root, 'docs', 'spec', 'faults.md'), 'utf8')
    const rows = Array.from(page.matchAll(/^\| `([a-z-]+)` +\|[^|]+\| ([I\d ]+?) +\|$/gmu))
    const listed = rows.map(([, name, breaks]) => [name, breaks])
    assert.deepEqual(
      BUGS.map(({ name, breaks }) => [name, breaks.join(' ')]),
      listed,
    )
    assert.equal(BUGS.length, 10)
    const inApi = BUGS.flatMap(({ name, isInApi }) => (isInApi ? [name] : []))
    assert.deepEqual(Object.keys(PLANTED).sort(), inApi.sort())
  })

  it('[NF8] is caught by its own invariant, and by no scene that violates one without it', () => {
    /** @type {{ breaks: Invariant[] }} */
    const bug = { breaks: ['I3', 'I8'] }
    const caught = (/** @type {Invariant[]} */ without, /** @type {Invariant[]} */ having) =>
      judged(bug, violating(...without), violating(...having)).caught
    assert.deepEqual(
      [
        caught([], ['I8']),
        caught([], ['I1', 'I3']),
        caught([], ['I1']),
        caught([], []),
        caught(['I1'], ['I3']),
      ],
      [true, true, false, false, false],
    )
  })
})
