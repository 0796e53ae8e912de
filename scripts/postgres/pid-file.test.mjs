import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { it } from 'node:test'
import { parsePidFile, runningPostmaster } from './pid-file.mjs'

it('[HO10] reads number, directory, port and state from a whole pid file', () => {
  const text = '6760\n/srv/postgres\n1763770000\n40763\n\n127.0.0.1\n  5432001  131072\nready   \n'
  assert.deepEqual(parsePidFile(text), {
    pid: 6760,
    directory: '/srv/postgres',
    port: 40763,
    status: 'ready',
  })
})

it('[HO10] takes a pid file that is still being written for what it says so far', () => {
  assert.deepEqual(parsePidFile('6760\n/srv/postgres\n'), {
    pid: 6760,
    directory: '/srv/postgres',
    port: 0,
    status: '',
  })
  for (const text of ['', '\n', 'abc\n/srv\n', '-5\n/srv\n', '12\n']) assert.equal(parsePidFile(text), null)
})

it('[HO10] takes no living process for PostgreSQL that is another program, or on another directory', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-pid-'))
  const write = (/** @type {string} */ where) =>
    writeFileSync(path.join(directory, 'postmaster.pid'), `${process.pid}\n${where}\n1\n1\n\n\n\nready\n`)
  write(directory)
  assert.equal(runningPostmaster(directory), null)
  write('/elsewhere')
  assert.equal(runningPostmaster(directory), null)
  rmSync(directory, { recursive: true })
})
