import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { it } from 'node:test'
import { keepSmall } from './log-size.mjs'

it('[HO5] moves a log aside at 10 MB and says from where on the next one is written', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-log-'))
  const log = path.join(folder, 'api.log')
  assert.equal(keepSmall(log), 0)
  writeFileSync(log, 'words')
  assert.equal(keepSmall(log), 5)
  truncateSync(log, 10 * 1024 * 1024 + 1)
  assert.equal(keepSmall(log), 0)
  assert.deepEqual(readdirSync(folder), ['api.log.1'])
  rmSync(folder, { recursive: true })
})
