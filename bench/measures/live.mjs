import { ratio } from '../arithmetic.mjs'
import { PLANS, QUICK, RATE, sideBySide, WHOLE } from '../live/side-by-side.mjs'
import { RAISED } from '../live/systems/accord.mjs'
import { withPostgres } from '../postgres.mjs'

/** @import { Measured } from '../live/side-by-side.mjs' */

/** Two writers in each of 100 plans, side by side with the servers that clinics would otherwise use. */
export default { name: 'live', measure, print }

/** @typedef {{ systems: Record<string, Measured>, ratio: Ratios, ratioToShareDb: number, raised: object }} Live */
/** @typedef {{ throughput: number, peerP50: number, cpu: number, memory: number }} Ratios */

/**
 * @param {{ quick: boolean, say: (line: string) => void }} options
 * @returns {Promise<Live>}
 */
async function measure({ quick, say }) {
  const systems = await withPostgres((postgres) => sideBySide(postgres, quick ? QUICK : WHOLE, say))
  const { accord, hocuspocus, sharedb } = systems
  if (!accord || !hocuspocus || !sharedb) throw new Error('a system was not measured')
  return {
    systems,
    ratio: {
      throughput: ratio(accord.saturated.editsPerSecond, hocuspocus.saturated.editsPerSecond),
      peerP50: ratio(accord.paced.peer.p50, hocuspocus.paced.peer.p50),
      cpu: ratio(accord.saturated.cpu, hocuspocus.saturated.cpu),
      memory: ratio(accord.memory.opened, hocuspocus.memory.opened),
    },
    ratioToShareDb: ratio(accord.saturated.editsPerSecond, sharedb.saturated.editsPerSecond),
    raised: RAISED,
  }
}

/** @type {readonly [string, (measured: Measured) => number | string][]} */
const ROWS = [
  [`paced at ${RATE}/s: edits a second`, ({ paced }) => paced.editsPerSecond],
  ['  edit → peer p50 / p95 / p99, ms', ({ paced }) => latency(paced.peer)],
  ['  edit → acknowledged p50 / p95 / p99, ms', ({ paced }) => latency(paced.acknowledged)],
  ['  server CPU s per 1,000 edits', ({ paced }) => paced.cpu],
  ['  PostgreSQL CPU s per 1,000 edits', ({ paced }) => paced.databaseCpu],
  ['saturated: edits a second', ({ saturated }) => saturated.editsPerSecond],
  ['  edit → peer p50 / p95 / p99, ms', ({ saturated }) => latency(saturated.peer)],
  ['  edit → acknowledged p50 / p95 / p99, ms', ({ saturated }) => latency(saturated.acknowledged)],
  ['  server CPU s per 1,000 edits', ({ saturated }) => saturated.cpu],
  ['  PostgreSQL CPU s per 1,000 edits', ({ saturated }) => saturated.databaseCpu],
  ['  load generator CPU s per 1,000 edits', ({ saturated }) => saturated.loadCpu],
  ['bytes the database grew by, per edit', ({ saturated }) => saturated.bytesStored],
  ['memory per open plan with 2 sockets, KB', ({ memory }) => memory.opened],
  ['  when each writer has made 20 edits, KB', ({ memory }) => memory.typed],
  ['  then, as the system sees the process, KB', ({ memory }) => memory.resident],
  ['acknowledged edits lost on SIGKILL', ({ killed }) => `${killed.lost} of ${killed.acknowledged}`],
]

/** @param {{ p50: number, p95: number, p99: number }} latency */
function latency({ p50, p95, p99 }) {
  return `${p50} / ${p95} / ${p99}`
}

/**
 * @param {Live} live
 * @param {(line: string) => void} say
 */
function print({ systems, ratio: ratios, ratioToShareDb, raised }, say) {
  const columns = Object.values(systems)
  const line = (/** @type {string} */ label, /** @type {(number | string)[]} */ cells) =>
    say(label.padEnd(44) + cells.map((cell) => String(cell).padStart(28)).join(''))
  line(
    `${PLANS} plans × 2 writers, medians`,
    columns.map(({ label }) => label),
  )
  for (const [label, cellOf] of ROWS) line(label, columns.map(cellOf))
  say('Accord over Hocuspocus, with the target:')
  say(`  saturated edits a second ${ratios.throughput} (≥ 1), over ShareDB ${ratioToShareDb} (≥ 8)`)
  say(`  edit → peer p50 ${ratios.peerP50} (≤ 1.25)  CPU ${ratios.cpu} (≤ 1)  memory ${ratios.memory}`)
  say(`Raised for Accord: ${JSON.stringify(raised)}; sign-ins were made in the database.`)
}
