import { spawn } from 'node:child_process'
import path from 'node:path'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'

const TABS = 300

/**
 * So many tabs lose their server at once, type on, and come back at once. (FT15)
 *
 * @returns {Promise<string>} what was seen
 */
export async function herd() {
  const command = [path.join(root, 'faults', 'run.mjs'), '--herd', String(TABS), '--json']
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`the harness ended with ${String(code)}: ${said}`)
  const { upAfter, backAfter, acknowledged } = JSON.parse(said)
  const seconds = (/** @type {number} */ ms) => Math.round(ms / 100) / 10
  return messages.extraHerd({
    tabs: TABS,
    stored: acknowledged,
    up: seconds(upAfter),
    back: seconds(backAfter),
  })
}
