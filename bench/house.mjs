import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../scripts/house/ports.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const READY_WITHIN = 240_000
const run = promisify(execFile)

/**
 * @typedef {object} House the product as `npm start` runs it, with data and ports of its own
 * @property {string} console
 * @property {(script: string, ...args: string[]) => Promise<void>} run runs a built script beside the server
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<House>} */
export async function startHouse() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-bench-'))
  const [port, portalPort] = [await freePort(), await freePort()]
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    ACCORD_DATA_DIR: dataDir,
    PORT: String(port),
    PORTAL_PORT: String(portalPort),
  }
  delete env.DATABASE_URL
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env })
  await ready(child)
  return {
    console: `http://localhost:${port}`,
    run: async (script, ...args) => {
      const { stdout } = await run(process.execPath, ['scripts/db-url.mjs'], { cwd: ROOT, env })
      await run(process.execPath, [script, ...args], {
        cwd: ROOT,
        env: { ...env, DATABASE_URL: stdout.trim() },
      })
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** @param {import('node:child_process').ChildProcessWithoutNullStreams} child */
function ready(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const failed = () => reject(new Error(`the house did not start:\n${said}`))
    const timer = setTimeout(failed, READY_WITHIN)
    child.once('exit', failed)
    const hear = (/** @type {Buffer} */ chunk) => {
      said += chunk.toString()
      // The last line that a start prints when everything stands.
      if (!said.includes('Ctrl-C')) return
      clearTimeout(timer)
      child.off('exit', failed)
      said = ''
      child.stdout.off('data', hear).resume()
      child.stderr.off('data', hear).resume()
      resolve(undefined)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
}

/** @returns {Promise<number>} */
