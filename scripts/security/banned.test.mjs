import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'
import { root } from '../settings.mjs'
import { codeBelow } from './sources.mjs'

const product = ['apps', 'packages', 'verifier']
  .flatMap((place) => codeBelow(path.join(root, place)))
  .filter((file) => !/\.test\.\w+$|[\\/](test|scripts)[\\/]/.test(file))
  .map((file) => /** @type {const} */ ([path.relative(root, file), readFileSync(file, 'utf8')]))

const WORKERS = ['apps/client-portal/src/worker/worker.ts', 'packages/ui/src/replay/check/serve-checks.ts']

/**
 * Where the product says something, by file.
 *
 * @param {RegExp} what
 * @param {string} [within] a beginning of the path
 */
const places = (what, within = '') =>
  product.filter(([file, text]) => file.startsWith(within) && what.test(text)).map(([file]) => file)

it('[HD13] no text is ever run as code', () => {
  assert.deepEqual(places(/\beval\(|new Function\(|\bFunction\(|node:vm|setTimeout\(\s*['"`]/), [])
})

it('[HD13] no page is put together from text, and no message of another window is listened to', () => {
  const markup =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser/
  assert.deepEqual(places(markup), [])
  assert.deepEqual(
    places(
      /window\.postMessage|(window|globalThis)\.addEventListener\('message'|window\.name|document\.domain/,
    ),
    [],
  )
  // A worker hears nobody but pages of its own origin.
  assert.deepEqual(places(/addEventListener\('message'/), WORKERS)
})

it('[HD13] the server starts no program, reads no XML, takes no file and fetches no address', () => {
  // Commands of the operator ask the house's own script for the database's address.
  assert.deepEqual(places(/child_process/, 'apps/api/src'), ['apps/api/src/database/operator-address.ts'])
  assert.deepEqual(places(/shell:\s*true|[^.\w]exec\(|execSync\(/, 'apps/api/src'), [])
  assert.deepEqual(places(/xml2js|fast-xml|libxml|sax\b|DOMParser|ldapjs|memcached/, 'apps/api/src'), [])
  assert.deepEqual(places(/FileInterceptor|multer|UploadedFile|multipart\//, 'apps/api/src'), [])
  const calls = /\bfetch\(|https?\.(request|get)\(|\bundici|axios|got\(/
  // The command that replays a recorded trace signs in at the house that it started itself.
  assert.deepEqual(places(calls, 'apps/api/src'), ['apps/api/src/live-plan/replay/throw-away-house.ts'])
})

it('[HD13] nobody is sent on to another address, from HTTP to HTTPS or elsewhere', () => {
  assert.deepEqual(
    places(/\.redirect\(|@Redirect\(|\b30[1278]\b|['"]location['"]\s*[,:]/i, 'apps/api/src'),
    [],
  )
})

it('[HD13] ciphers, sums and chance are the ones that are meant, and come from the platform', () => {
  const ciphers = product.flatMap(
    ([, text]) => text.match(/['"](aes|des-|des3|rc4|camellia|chacha)[\w-]*['"]/gi) ?? [],
  )
  assert.deepEqual([...new Set(ciphers)].sort(), ["'AES-GCM'", "'aes-256-gcm'"])
  assert.deepEqual(places(/(createHash|hash|createHmac|hkdfSync)\(\s*'(md5|sha1|md4|ripemd\w*)'/i), [])
  // How long to wait before connecting again is no secret.
  assert.deepEqual(places(/Math\.random/, 'apps/api/src'), ['apps/api/src/processes/lasting-connection.ts'])
  assert.deepEqual(places(/rejectUnauthorized:\s*false|NODE_TLS_REJECT/), [])
})

it('[HD13] what is secret is compared in one time, and nothing is compared loosely', () => {
  assert.deepEqual(
    places(/(token|secret|mac|hash)\w*\s*===\s*(token|secret|mac)\w*/i, 'apps/api/src/identity'),
    [],
  )
  assert.deepEqual(places(/[^=!]==[^=]|!=[^=]/, 'apps/api/src/identity'), [])
})

it('[HD13] the server writes nothing past its log', () => {
  assert.deepEqual(
    places(/console\.(log|error|warn|info|debug)/, 'apps/api/src').filter(
      (file) => !file.endsWith('.cli.ts'),
    ),
    [
      // What a command of the operator failed with, on their own screen, when they ask for it.
      'apps/api/src/backup/command.ts',
    ],
  )
})
