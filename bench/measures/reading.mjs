import { fileURLToPath } from 'node:url'
import { newUuid } from '../../apps/api/dist/history/new-uuid.js'
import { ASKED, fillClinic, OWN } from '../clinic/fill-clinic.mjs'
import { coldOpens, pageScans, verifications } from '../clinic/in-process.mjs'
import { withProduct } from '../clinic/open-clinic.mjs'
import { serverTimes } from '../clinic/server-times.mjs'
import { figure, latencyFigures } from '../figures.mjs'
import { withPlace } from '../live/run.mjs'
import { startServer } from '../live/server-process.mjs'
import { envOf, RAISED } from '../live/systems/accord.mjs'
import { withPostgres } from '../postgres.mjs'

/** @import { Place } from '../live/systems/system.mjs' */
/** @import { Filled } from '../clinic/fill-clinic.mjs' */
/** @import { ServerTimes } from '../clinic/server-times.mjs' */

/** @typedef {{ place: Place, filled: Filled, times: ServerTimes }} Open */

/** Reading in a clinic that has existed for years: pages over many cases, and one long plan at any moment. */
export default { name: 'reading', measure }

const WHOLE = { cases: 2_000, entries: 1_000_000, long: 5_000, longPlans: 100 }
const QUICK = { cases: 200, entries: 100_000, long: 1_000, longPlans: 60 }
const ENTRY = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url))
const ROUNDS = 100
const WARMING = 20
const EXPORTS = 5

/** @param {{ quick: boolean, say: (line: string) => void }} options */
async function measure({ quick, say }) {
  const extent = quick ? QUICK : WHOLE
  return withPostgres(({ url }) =>
    withPlace('reading', url, async (place) => {
      const filled = await withProduct(envOf(place), (context) =>
        fillClinic(context, place.database, extent, say),
      )
      say('asking')
      const inside = await withProduct(envOf(place), async (context) => [
        ...(await coldOpens(context, filled, extent.long)),
        ...(await verifications(context, filled)),
        ...(await pageScans(context, filled)),
      ])
      return [...(await asked(place, filled, extent)), ...inside]
    }),
  )
}

/**
 * What a server says of how long it took itself, while one asks.
 *
 * @param {Place} place
 * @param {Filled} filled
 * @param {typeof WHOLE} extent
 */
async function asked(place, filled, { cases, entries, long }) {
  const times = serverTimes()
  const server = await startServer(ENTRY, { ...envOf(place), ...RAISED }, times.hear)
  const open = { place, filled, times }
  const across = `${cases} cases, ${entries} entries`
  try {
    const { practitioner, supervisor } = filled
    const today = () => ask(place, practitioner.token, '/api/attention')
    const queue = () => ask(place, supervisor.token, '/api/supervision/queue')
    await today()
    await queue()
    const [firstToday] = await times.of('/api/attention', 1)
    const [firstQueue] = await times.of('/api/supervision/queue', 1)
    server.counts(true)
    const pages = [
      ...(await timed(open, `Today of ${OWN} cases (${across})`, '/api/attention', today)),
      figure('  the very first one of a server', firstToday ?? Number.NaN, 'ms'),
      ...(await timed(open, `queue of ${ASKED} cases (${across})`, '/api/supervision/queue', queue)),
      figure('  the very first one of a server', firstQueue ?? Number.NaN, 'ms'),
      ...(await timed(open, `cases of a practitioner with ${OWN}`, '/api/cases', () =>
        ask(place, practitioner.token, '/api/cases'),
      )),
    ]
    server.counts(false)
    return [...pages, ...(await moments(open, long)), ...(await exports(open, long))]
  } finally {
    await server.stop()
  }
}

/**
 * A page, again and again, each time after somebody wrote in one of its cases.
 *
 * @param {Open} open
 * @param {string} label
 * @param {string} page
 * @param {() => Promise<unknown>} read
 */
async function timed(open, label, page, read) {
  for (let round = 0; round < ROUNDS + WARMING; round++) {
    if (round === WARMING) {
      await open.times.of(page, WARMING)
      open.times.forget()
    }
    await write(open, round)
    await read()
  }
  return latencyFigures(label, await open.times.of(page, ROUNDS), '<= 50')
}

/**
 * @param {Open} open
 * @param {number} round
 */
async function write({ place, filled }, round) {
  const { token, cases } = filled.practitioner
  const { log } = cases[round % cases.length] ?? {}
  const { cases: listed } = await ask(place, token, '/api/cases')
  const goal = listed.find((/** @type {any} */ one) => one.plan === log)?.goals[0]?.id
  const command = { name: 'comment.add', goal, comment: newUuid(Date.now()), text: 'A thought', asks: false }
  await ask(place, token, `/api/plans/${log}/operations`, {
    ...{ plan: log, clientId: newUuid(Date.now()), op: 1, command },
  })
}

/**
 * @param {Open} open
 * @param {number} long
 */
async function moments({ place, filled, times }, long) {
  const { tokens, log } = filled.record
  const [token] = tokens
  const { replay } = await ask(place, token, `/api/plans/${log}/replays`, { goal: null })
  const page = `/api/plans/${log}/record/at`
  const at = () => 10 + Math.floor(Math.random() * (long - 20))
  const moment = () => ask(place, token, `${page}?replay=${replay}&seq=${at()}`)
  for (let round = 0; round < WARMING; round++) await moment()
  await times.of(page, WARMING)
  times.forget()
  for (let round = 0; round < 2 * ROUNDS; round++) await moment()
  return latencyFigures(`any moment of ${long} entries`, await times.of(page, 2 * ROUNDS), '<= 20')
}

/**
 * @param {Open} open
 * @param {number} long
 */
async function exports({ place, filled, times }, long) {
  const { tokens, log } = filled.record
  const page = `/api/plans/${log}/bundle`
  for (let round = 0; round < EXPORTS; round++) {
    await (await answered(place, tokens[0], page, { timeZone: 'Europe/London' })).arrayBuffer()
  }
  const all = await times.of(page, EXPORTS)
  return latencyFigures(`history of ${long} entries exported`, all.slice(1))
}

/**
 * @param {Place} place
 * @param {string} token
 * @param {string} page
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function ask(place, token, page, body) {
  return (await answered(place, token, page, body)).json()
}

/**
 * @param {Place} place
 * @param {string} token
 * @param {string} page
 * @param {object} [body]
 */
async function answered(place, token, page, body) {
  const origin = `http://127.0.0.1:${place.ports[0]}`
  const headers = { cookie: `accord_console=${token}`, origin, 'content-type': 'application/json' }
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const answer = await fetch(origin + page, { headers, ...sent })
  if (!answer.ok) throw new Error(`${page} was answered ${answer.status}: ${await answer.text()}`)
  return answer
}
