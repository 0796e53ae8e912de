import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import path from 'node:path'

/**
 * Preloaded into every server that is measured: says on request how much memory it holds, and where
 * `ACCORD_BENCH_PROFILE` names a directory, what its processor did while a run counted. Costs nothing meanwhile.
 */
const directory = process.env.ACCORD_BENCH_PROFILE
const session = new Session()

process.on('message', (/** @type {{ type: string }} */ { type }) => {
  if (type === 'memory') tellMemory()
  if (directory && type === 'begin') void begin()
  if (directory && type === 'end') void end(directory)
})

function tellMemory() {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({ type: 'memory', held: heapUsed + external, rss })
}

async function begin() {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
}

/** @param {string} within */
async function end(within) {
  const { profile } = await session.post('Profiler.stop')
  writeFileSync(path.join(within, `${process.pid}.cpuprofile`), JSON.stringify(profile))
}
