import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../../scripts/house/ports.mjs'
import { makeCluster } from './cluster.mjs'
import { isRedisInstalled, startRedis } from './redis.mjs'

/** @import { Cluster } from './cluster.mjs' */
/** @import { Clinic } from './furnish.mjs' */
/** @import { Redis } from './redis.mjs' */

const FURNISH = fileURLToPath(new URL('furnish.mjs', import.meta.url))
const TEMPLATE = 'accord'
const run = promisify(execFile)

/**
 * What many seeds stand on, one after the other: a PostgreSQL, a Redis where one is installed, and a furnished clinic of which each gets a copy.
 *
 * @typedef {object} Ground
 * @property {Cluster} cluster
 * @property {Redis | null} redis
 * @property {Clinic} clinic
 * @property {(name: string) => Promise<Plot>} plot
 * @property {() => Promise<void>} remove
 *
 * @typedef {object} Plot what one seed has for itself
 * @property {string} database
 * @property {string} dataDir
 * @property {() => Promise<void>} clear
 */

/** @returns {Promise<Ground>} */
export async function layGround() {
  const cluster = await makeCluster()
  const furnished = path.join(cluster.folder, 'furnished')
  try {
    const clinic = await furnish(cluster, furnished)
    const redis = isRedisInstalled() ? await startRedis() : null
    return {
      cluster,
      redis,
      clinic,
      plot: (name) => plot(cluster, furnished, name),
      remove: async () => {
        await redis?.stop()
        await cluster.remove()
      },
    }
  } catch (thrown) {
    await cluster.remove()
    throw thrown
  }
}

/**
 * @param {Cluster} cluster
 * @param {string} dataDir
 * @returns {Promise<Clinic>}
 */
async function furnish(cluster, dataDir) {
  mkdirSync(dataDir)
  const { PATH = '', HOME = '' } = process.env
  const { stdout } = await run(process.execPath, [FURNISH], {
    env: {
      PATH,
      HOME,
      DATABASE_URL: cluster.address(TEMPLATE),
      ACCORD_DATA_DIR: dataDir,
      ACCORD_DEMO: '0',
      PORT: String(await freePort()),
      PORTAL_PORT: String(await freePort()),
    },
  })
  return JSON.parse(stdout)
}

/**
 * @param {Cluster} cluster
 * @param {string} furnished
 * @param {string} name
 * @returns {Promise<Plot>}
 */
async function plot(cluster, furnished, name) {
  const dataDir = path.join(cluster.folder, name)
  cpSync(furnished, dataDir, { recursive: true })
  await cluster.ask('postgres', `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  // The copy is as old as its original; whoever is signed in there shows a sign of life.
  await cluster.ask(name, 'UPDATE sign_in SET seen_at = now()')
  return {
    database: name,
    dataDir,
    clear: async () => {
      await cluster.ask('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
