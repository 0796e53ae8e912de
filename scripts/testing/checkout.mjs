import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../house/ports.mjs'
import { until } from '../house/processes.mjs'
import { root } from '../settings.mjs'

/** An API that speaks the launcher's protocol and holds both ports; what it does is told by its environment. */
const API = `
import net from 'node:net'
const send = (message) => process.send(message)
const servers = [process.env.PORT, process.env.PORTAL_PORT].map((port) => net.createServer().listen(Number(port)))
const end = () => { console.log('drained'); process.exit(0) }
process.on('SIGTERM', () => setTimeout(end, Number(process.env.TEST_DRAIN ?? 0)))
if (process.env.TEST_OUTLIVES !== '1') process.on('disconnect', () => process.exit(0))
else process.on('disconnect', () => undefined)
if (process.env.TEST_FAILS) {
  send({ type: 'failed', sentence: process.env.TEST_FAILS })
  setTimeout(() => process.exit(1), 50)
} else {
  send({ type: 'progress', step: 'Migrating …' })
  const demo = process.env.ACCORD_DEMO === '0' ? null
    : { password: 'a-password', people: [{ name: 'Ada', email: 'ada@example.org', role: 'practitioner', app: 'console' }] }
  const console = 'http://localhost:' + process.env.PORT
  const setup = demo ? null : { link: console + '/set-up#a-token' }
  send({ type: 'ready', console, portal: 'http://localhost:' + process.env.PORTAL_PORT, demo, setup })
}
`

/**
 * A checkout of its own with this one's scripts and packages, and an API that is nothing but its protocol: what
 * is under test is the house around it.
 */
export function aCheckout() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'accord-checkout-')))
  const api = path.join(folder, 'apps', 'api')
  mkdirSync(path.join(api, 'src'), { recursive: true })
  mkdirSync(path.join(folder, 'node_modules'))
  cpSync(path.join(root, 'scripts'), path.join(folder, 'scripts'), { recursive: true })
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name === '.cache' || name === '.package-lock.json') continue
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  const write = (/** @type {string} */ name, /** @type {string | object} */ content) =>
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  const manifest = {
    name: 'a-checkout',
    private: true,
    type: 'module',
    packageManager: 'npm@11.0.0',
    workspaces: ['apps/*'],
  }
  write('package.json', manifest)
  write('package-lock.json', { name: 'a-checkout', lockfileVersion: 3, packages: { '': {}, 'apps/api': {} } })
  write('turbo.json', { tasks: { build: { outputs: ['dist/**'] } } })
  write('.gitignore', 'node_modules\ndist\n.turbo\n')
  const build = "node -e \"fs.cpSync('src', 'dist', { recursive: true })\""
  write('apps/api/package.json', { name: '@a/api', version: '1.0.0', type: 'module', scripts: { build } })
  write('apps/api/src/main.js', API)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Runs one of the checkout's scripts on ports and a data directory of its own.
 *
 * @param {string} folder the checkout
 * @param {string} script
 * @param {{ env?: Record<string, string>, args?: string[] }} [options]
 */
export async function runScript(folder, script, { env = {}, args = [] } = {}) {
  const ports = { PORT: String(await freePort()), PORTAL_PORT: String(await freePort()) }
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(ACCORD_|DATABASE_URL|PORT|NODE_TEST|TURBO_)/.test(name),
    ),
  )
  const child = spawn(process.execPath, [path.join(folder, 'scripts', script), ...args], {
    cwd: folder,
    env: { ...inherited, ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.err += chunk))
  /** @type {Promise<number | null>} */
  const exit = new Promise((resolve) => child.once('close', resolve))
  return { child, said, exit, ports, saysSoon: (/** @type {string} */ words) => saysSoon(said, words) }
}

/**
 * @param {{ out: string, err: string }} said
 * @param {string} words
 */
async function saysSoon(said, words) {
  if (await until(() => said.out.includes(words), 30_000)) return
  throw new Error(`never said "${words}", but: ${said.out}${said.err}`)
}
