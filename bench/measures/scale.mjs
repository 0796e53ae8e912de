import { openClinic, withProduct } from '../clinic/open-clinic.mjs'
import { writeRecord } from '../clinic/write-record.mjs'
import { figure } from '../figures.mjs'
import { measureWork, onStage, startLoad, withPlace } from '../live/run.mjs'
import { accord, envOf, seatOf } from '../live/systems/accord.mjs'
import { openWriter } from '../live/writers/accord.mjs'
import { withPostgres } from '../postgres.mjs'

/** @import { Figure } from '../figures.mjs' */
/** @import { Place } from '../live/systems/system.mjs' */
/** @import { OpenedPlan } from '../clinic/open-clinic.mjs' */

/** How cost grows with the number of open plans, and with the length of one. */
export default { name: 'scale', onlyWhenNamed: true, measure }

const OPEN = [10, 100, 500, 2_000]
const LONG = [100, 1_000, 10_000, 100_000]
/** Edits a second in all open plans together. */
const RATE = 400
const WORK = { mode: /** @type {const} */ ('paced'), rate: RATE, warmUp: 3, seconds: 6, deleting: true }
const TWO_WRITERS = { ...WORK, rate: 40 }

/**
 * @param {{ say: (line: string) => void }} options
 * @returns {Promise<Figure[]>}
 */
async function measure({ say }) {
  return withPostgres(async (postgres) => [
    ...(await byOpenPlans(postgres, say)),
    ...(await byEntries(postgres, say)),
  ])
}

/**
 * @param {{ url: string, pid: number }} postgres
 * @param {(line: string) => void} say
 */
function byOpenPlans({ url, pid }, say) {
  say(`opening ${OPEN.at(-1)} plans`)
  return onStage(accord, url, OPEN.at(-1) ?? 0, async (stage) => {
    /** @type {Figure[]} */
    const figures = []
    let before = 0
    for (const plans of OPEN) {
      await stage.load.open(stage.seats.slice(2 * before, 2 * plans))
      before = plans
      say(`${plans} open`)
      const { peer, cpu, databaseCpu } = await measureWork(stage, WORK, pid)
      const { held } = await stage.server.memory()
      figures.push(
        figure(`${plans} open plans, ${RATE} edits/s: edit → peer p50`, peer.p50, 'ms'),
        figure('  p95', peer.p95, 'ms'),
        figure('  server CPU per 1,000 edits', cpu * 1_000, 'ms'),
        figure('  PostgreSQL CPU per 1,000 edits', databaseCpu * 1_000, 'ms'),
        figure('  memory of the server', held / 2 ** 20, 'MB'),
      )
    }
    return figures
  })
}

/**
 * @param {{ url: string, pid: number }} postgres
 * @param {(line: string) => void} say
 */
function byEntries({ url, pid }, say) {
  return withPlace('scale', url, async (place) => {
    const plans = await withProduct(envOf(place), async (context) => {
      const opened = await openClinic(context, place.database, LONG.length)
      for (const [at, { clinic, log }] of opened.entries()) {
        say(`writing ${LONG[at]} entries`)
        await writeRecord(context, { clinic, log }, LONG[at] ?? 0)
      }
      return opened
    })
    const server = await accord.start(place)
    try {
      /** @type {Figure[]} */
      const figures = []
      for (const [at, plan] of plans.entries()) {
        figures.push(...(await onePlan({ place, server, pid }, plan, LONG[at] ?? 0)))
      }
      return figures
    } finally {
      await server.stop()
    }
  })
}

/**
 * @param {{ place: Place, server: import('../live/server-process.mjs').ServerProcess, pid: number }} stage
 * @param {OpenedPlan} plan
 * @param {number} entries
 */
async function onePlan({ place, server, pid }, plan, entries) {
  const seats = [seatOf(place, plan, 0, 0), seatOf(place, plan, 0, 1)]
  const [first] = seats
  if (!first) return []
  const cold = await openWriter(first, { acknowledged: () => undefined, seen: () => undefined })
  cold.close()
  const load = startLoad('accord')
  try {
    await load.open(seats)
    const ran = await measureWork({ system: accord, place, seats, server, load }, TWO_WRITERS, pid)
    return [
      figure(`${entries} entries in one plan: opened`, cold.opened, 'ms'),
      figure('  edit → peer p50, two writers', ran.peer.p50, 'ms'),
      figure('  server CPU per 1,000 edits', ran.cpu * 1_000, 'ms'),
    ]
  } finally {
    load.stop()
  }
}
