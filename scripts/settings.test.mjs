import assert from 'node:assert/strict'
import path from 'node:path'
import { it } from 'node:test'
import { messages } from './messages.mjs'
import { readSettings, root } from './settings.mjs'

it('[HO5] keeps everything under .data of the checkout unless it is told otherwise', () => {
  const settings = readSettings({})
  assert.equal(settings.postgresDir, path.join(root, '.data', 'postgres'))
  assert.deepEqual([settings.consolePort, settings.portalPort, settings.demo], [4000, 4001, true])
})

it('[HO5] counts a relative ACCORD_DATA_DIR from the checkout and takes an absolute one as it is', () => {
  assert.equal(readSettings({ ACCORD_DATA_DIR: 'other' }).keysDir, path.join(root, 'other', 'keys'))
  assert.equal(
    readSettings({ ACCORD_DATA_DIR: '/srv/accord' }).secretsDir,
    path.resolve('/srv/accord/secrets'),
  )
})

it('[HO12] refuses what is no port, and one port for both', () => {
  const sentence = (/** @type {NodeJS.ProcessEnv} */ env) => ({ message: env.expected ?? '' })
  const bad = { PORT: 'abc', expected: messages.badPort('PORT', 'abc') }
  const high = { PORTAL_PORT: '70000', expected: messages.badPort('PORTAL_PORT', '70000') }
  const same = { PORT: '4001', expected: messages.samePorts(4001) }
  for (const env of [bad, high, same]) assert.throws(() => readSettings(env), sentence(env))
})
