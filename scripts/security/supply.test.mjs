import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'
import { root } from '../settings.mjs'
import { lockTroubles, nameOf, readJson } from './lock-file.mjs'

/** @import { Floors, LockFile } from './lock-file.mjs' */

/** @type {LockFile} */
const lock = readJson(root, 'package-lock.json')
/** @type {Floors} */
const floors = readJson(root, 'scripts/security/least-versions.json')
/** @type {{ allowScripts: Record<string, boolean> }} */
const { allowScripts } = readJson(root, 'package.json')

it('[HD8] every copy of every package has its sum, no address, no unknown script, and is not below its floor', () => {
  for (const name of Object.keys(floors))
    assert.ok(
      Object.keys(lock.packages).some((place) => place.endsWith(`node_modules/${name}`)),
      `${name} is not there any more`,
    )
  assert.deepEqual(lockTroubles(lock, { floors, allowScripts }), [])
})

it('[HD8] one old copy deep in the tree is found, and so are a missing sum, an address and a script', () => {
  const sound = { integrity: 'sha512-x' }
  const packages = {
    'node_modules/ws': { version: '8.21.0', ...sound },
    'node_modules/a/node_modules/ws': { version: '8.20.9', ...sound },
    'node_modules/b/node_modules/ws': { version: '8.21.0-beta.1', ...sound },
    'node_modules/c': { version: '1.0.0' },
    'node_modules/d': { version: '1.0.0', ...sound, resolved: 'https://elsewhere.example/d.tgz' },
    'node_modules/@e/e': { version: '1.0.0', ...sound, hasInstallScript: true },
  }
  assert.deepEqual(lockTroubles({ packages }, { floors: { ws: ['8.21.0', ''] }, allowScripts: {} }), [
    'node_modules/a/node_modules/ws is 8.20.9, below 8.21.0',
    'node_modules/b/node_modules/ws is 8.21.0-beta.1, below 8.21.0',
    'node_modules/c has no integrity',
    'node_modules/d has an address',
    'node_modules/@e/e runs a script',
  ])
})

it('[HD8] a new version waits seven days, is pinned, and may run no script that was not looked at', () => {
  const settings = readFileSync(path.join(root, '.npmrc'), 'utf8').split('\n')
  for (const setting of ['strict-allow-scripts=true', 'save-exact=true'])
    assert.ok(settings.includes(setting), setting)
})

it('[HD8] the bill of materials names every package that is locked', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  assert.equal(status, 0)
  const bill = JSON.parse(stdout)
  assert.equal(bill.bomFormat, 'CycloneDX')
  /** @type {Set<string>} */
  const named = new Set(
    bill.components.map((/** @type {{ purl: string }} */ { purl }) => decodeURIComponent(purl)),
  )
  const missing = Object.entries(lock.packages).filter(([place, { version, link, ...locked }]) => {
    if (!place.includes('node_modules/') || link) return false
    return !named.has(`pkg:npm/${nameOf(place, locked)}@${version}`)
  })
  assert.deepEqual(
    missing.map(([place]) => place),
    [],
  )
})
