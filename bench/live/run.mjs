import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { freePort } from '../../scripts/house/ports.mjs'
import { rounded } from '../arithmetic.mjs'
import { processorOf, processorOfTree } from './processor.mjs'
import { answerOf } from './server-process.mjs'

/** @import { Loaded, Work } from './load.mjs' */
/** @import { Place, System } from './systems/system.mjs' */
/** @import { Seat } from './writers/writer.mjs' */
/** @import { ServerProcess } from './server-process.mjs' */

/**
 * @typedef {object} Stage a system that serves, with its load generator
 * @property {System} system
 * @property {Place} place
 * @property {Seat[]} seats
 * @property {ServerProcess} server
 * @property {Generator} load
 *
 * @typedef {object} Generator
 * @property {(seats: Seat[]) => Promise<void>} open
 * @property {(work: Work, heard?: { begin?: () => void, end?: () => void }) => Promise<Loaded>} work
 * @property {(edits: number, from: number) => Promise<void>} each
 * @property {() => Promise<{ key: string, marks: number[] }[]>} marks
 * @property {() => void} stop
 *
 * @typedef {object} Ran
 * @property {number} editsPerSecond
 * @property {import('../arithmetic.mjs').Latency} peer
 * @property {import('../arithmetic.mjs').Latency} acknowledged
 * @property {number} cpu seconds of the server's process for 1,000 edits
 * @property {number} databaseCpu PostgreSQL's
 * @property {number} loadCpu the load generator's
 * @property {number} bytesStored by an edit, as the database grew
 */

/**
 * Does something with a system that serves, in a place of its own, then takes all down.
 *
 * @template Result
 * @param {System} system
 * @param {string} postgres the owner's address
 * @param {number} plans
 * @param {(stage: Stage) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export function onStage(system, postgres, plans, act) {
  return withPlace(system.name, postgres, async (place) => {
    const seats = await system.furnish(place, plans)
    const server = await system.start(place)
    const load = startLoad(system.name)
    try {
      return await act({ system, place, seats, server, load })
    } finally {
      load.stop()
      await server.stop()
    }
  })
}

/**
 * Does something in a database and a directory of its own, which are gone afterwards.
 *
 * @template Result
 * @param {string} purpose
 * @param {string} postgres the owner's address
 * @param {(place: Place) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function withPlace(purpose, postgres, act) {
  const name = `bench_${purpose}_${randomBytes(4).toString('hex')}`
  const url = Object.assign(new URL(postgres), { pathname: `/${name}` }).href
  const owner = new pg.Pool({ connectionString: postgres, max: 1 })
  await owner.query(`CREATE DATABASE ${name}`)
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-bench-'))
  const database = new pg.Pool({ connectionString: url, max: 2 })
  // Its connections are cut when the database goes, whoever still holds one.
  for (const pool of [owner, database]) pool.on('error', () => undefined)
  try {
    return await act({ database, url, directory, ports: [await freePort(), await freePort()] })
  } finally {
    await database.end()
    await owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await owner.end()
    rmSync(directory, { recursive: true, force: true })
  }
}

/**
 * @param {string} system
 * @returns {Generator}
 */
export function startLoad(system) {
  const child = fork(fileURLToPath(new URL('load.mjs', import.meta.url)), [], { execArgv: [] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const ask = (/** @type {object} */ asked, /** @type {string} */ answer) => {
    const answered = answerOf(child, answer, ended)
    child.send(asked)
    return answered
  }
  return {
    open: async (seats) => ask({ type: 'open', system, seats }, 'opened'),
    work: async (work, { begin, end } = {}) => {
      void answerOf(child, 'begin', ended).then(begin, () => undefined)
      void answerOf(child, 'end', ended).then(end, () => undefined)
      return (await ask({ type: 'work', work }, 'loaded')).loaded
    },
    each: async (edits, from) => ask({ type: 'each', edits, from }, 'written'),
    marks: async () => (await ask({ type: 'marks' }, 'marks')).writers,
    stop: () => void child.kill('SIGKILL'),
  }
}

/**
 * One run: every writer at the same work, and what it cost.
 *
 * @param {Stage} stage
 * @param {Work} work
 * @param {number} postmaster
 * @returns {Promise<Ran>}
 */
export async function measureWork({ load, server, place }, work, postmaster) {
  const meter = () => [processorOf(server.pid), processorOfTree(postmaster)]
  let [begun, ended] = [meter(), meter()]
  const before = await sizeOf(place)
  const loaded = await load.work(work, {
    begin: () => {
      server.counts(true)
      begun = meter()
    },
    end: () => {
      ended = meter()
      server.counts(false)
    },
  })
  const grown = (await sizeOf(place)) - before
  const all = (await load.marks()).reduce((sum, { marks }) => sum + marks.length, 0)
  const perThousand = (/** @type {number} */ seconds) => rounded((seconds / loaded.edits) * 1_000, 4)
  const spent = (/** @type {number} */ at) => perThousand((ended[at] ?? 0) - (begun[at] ?? 0))
  return {
    editsPerSecond: rounded(loaded.edits / loaded.seconds, 0),
    peer: loaded.peer,
    acknowledged: loaded.acknowledged,
    cpu: spent(0),
    databaseCpu: spent(1),
    loadCpu: perThousand(loaded.cpu),
    bytesStored: rounded(grown / all, 0),
  }
}

/** @param {Place} place */
async function sizeOf({ database }) {
  const { rows } = await database.query('SELECT pg_database_size(current_database())::float8 AS size')
  return rows[0].size
}
