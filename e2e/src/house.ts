import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../scripts/house/ports.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY_WITHIN = 120_000
/** The last line that a start prints when everything stands. */
const READY = /Ctrl-C/

/** The product as `npm start` runs it, with data and ports of its own. */
export interface House {
  readonly console: string
  readonly portal: string
  readonly dataDir: string
  /** The one-time link that a start without a clinic prints; null where there is one. */
  readonly setUpLink: string | null
  /** Kills the server process without a word, as a power cut would, and starts everything again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** With the demo clinic in it, or empty, as somebody's first start is. */
export async function startHouse(clinic: 'demo' | 'none' = 'demo'): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-journey-'))
  const [port, portalPort] = [await freePort(), await freePort()]
  const environment = {
    ...process.env,
    ACCORD_DATA_DIR: dataDir,
    ACCORD_DEMO: clinic === 'demo' ? '1' : '0',
    PORT: String(port),
    PORTAL_PORT: String(portalPort),
  }
  delete (environment as NodeJS.ProcessEnv).DATABASE_URL
  let running = await launch(environment)
  return {
    console: `http://localhost:${port}`,
    portal: `http://localhost:${portalPort}`,
    dataDir,
    setUpLink: /\S+\/set-up#\S+/.exec(running.said())?.[0] ?? null,
    restart: async () => {
      await ended(running.child, 'SIGKILL')
      running = await launch(environment)
    },
    stop: async () => {
      await ended(running.child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

interface Running {
  readonly child: ChildProcess
  readonly said: () => string
}

function launch(environment: NodeJS.ProcessEnv): Promise<Running> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], { cwd: ROOT, env: environment })
    const said: string[] = []
    const failed = (why: string) => reject(new Error(`the house did not start (${why}):\n${said.join('')}`))
    const timer = setTimeout(() => {
      child.kill('SIGTERM')
      failed('too slow')
    }, READY_WITHIN)
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString())
      if (!READY.test(said.join(''))) return
      clearTimeout(timer)
      resolve({ child, said: () => said.join('') })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      failed(`exit ${String(code)}`)
    })
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    if (child.exitCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => {
      resolve()
    })
    child.kill(signal)
  })
}
