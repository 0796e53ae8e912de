import { performance } from 'node:perf_hooks'
import { percentile } from '../arithmetic.mjs'
import { fillClinic } from '../clinic/fill-clinic.mjs'
import { makePerson, openClinic, signIn, withProduct } from '../clinic/open-clinic.mjs'
import { scans } from '../clinic/scans.mjs'
import { writeRecord } from '../clinic/write-record.mjs'
import { figure } from '../figures.mjs'
import { withPlace } from '../live/run.mjs'
import { accord, envOf } from '../live/systems/accord.mjs'
import { openWriter } from '../live/writers/accord.mjs'
import { withPostgres } from '../postgres.mjs'

/** @import { Place } from '../live/systems/system.mjs' */
/** @import { OpenedPlan } from '../clinic/open-clinic.mjs' */

/** Reading in a clinic that has existed for years: pages over many cases, and one long plan at any moment. */
export default { name: 'reading', measure }

const WHOLE = { cases: 2_000, entries: 1_000_000 }
const QUICK = { cases: 100, entries: 20_000 }
const LONG = 5_000
/** How many cases a practitioner has, and a supervisor looks after. */
const OWN = 30
const ASKED = 40
const ROUNDS = 40

/** @typedef {{ practitioner: string, supervisor: string, long: OpenedPlan, cases: OpenedPlan[] }} Furnished */

/** @param {{ quick: boolean, say: (line: string) => void }} options */
async function measure({ quick, say }) {
  const extent = quick ? QUICK : WHOLE
  return withPostgres(({ url }) =>
    withPlace('reading', url, async (place) => {
      const furnished = await furnish(place, extent, say)
      const server = await accord.start(place)
      try {
        say('asking')
        return [
          ...(await coldOpen(place, furnished)),
          ...(await pages(place, furnished, extent)),
          ...(await moments(place, furnished)),
          ...(await scans(place, furnished)),
        ]
      } finally {
        await server.stop()
      }
    }),
  )
}

/**
 * @param {Place} place
 * @param {typeof WHOLE} extent
 * @param {(line: string) => void} say
 * @returns {Promise<Furnished>}
 */
async function furnish(place, { cases: count, entries }, say) {
  const { database } = place
  return withProduct(envOf(place), async (context) => {
    say(`opening ${count} cases`)
    const cases = await openClinic(context, database, count)
    const [first] = cases
    if (!first) throw new Error('there are no cases')
    say(`filling them with ${entries} entries`)
    await fillClinic(context, database, cases.slice(1), entries / count)
    await writeRecord(context, { clinic: first.clinic, log: first.log }, LONG)
    const practitioner = await makePerson(database, first.clinic, ['practitioner'])
    const supervisor = await makePerson(database, first.clinic, ['supervisor'])
    await database.query(JOINED, [practitioner, cases.slice(0, OWN).map((one) => one.case)])
    await database.query(ASKED_TO_LOOK, [supervisor, cases.slice(0, ASKED).map((one) => one.case)])
    await database.query('VACUUM ANALYZE')
    const signedIn = (/** @type {string} */ person) => signIn(database, first.clinic, person, 'console')
    const tokens = { practitioner: await signedIn(practitioner), supervisor: await signedIn(supervisor) }
    return { ...tokens, long: first, cases }
  })
}

const JOINED = `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since)
SELECT clinic_id, case_id, $1, 'practitioner', now() FROM clinic_case WHERE case_id = ANY ($2)`
const ASKED_TO_LOOK = `INSERT INTO case_supervisor (clinic_id, case_id, person_id, since)
SELECT clinic_id, case_id, $1, now() FROM clinic_case WHERE case_id = ANY ($2)`

/**
 * @param {Place} place
 * @param {Furnished} furnished
 * @param {typeof WHOLE} extent
 */
async function pages(place, { practitioner, supervisor }, { cases, entries }) {
  const across = `${cases} cases, ${entries} entries`
  const timed = async (
    /** @type {string} */ label,
    /** @type {string} */ page,
    /** @type {string} */ token,
  ) => figure(`${label}, ${across}: p95`, await p95(() => ask(place, token, page)), 'ms', '<= 50')
  return [
    await timed(`Today's list of ${OWN} cases`, '/api/attention', practitioner),
    await timed(`cases of a practitioner with ${OWN}`, '/api/cases', practitioner),
    await timed(`queue of ${ASKED} cases`, '/api/supervision/queue', supervisor),
  ]
}

/**
 * A plan that nobody has open, joined: from asking to having it.
 *
 * @param {Place} place
 * @param {Furnished} furnished
 */
async function coldOpen(place, { long }) {
  const host = `127.0.0.1:${place.ports[0]}`
  const seat = {
    ...{ plan: 0, side: 0, address: `ws://${host}`, origin: `http://${host}` },
    ...{
      cookie: `accord_console=${long.tokens[0]}`,
      document: long.log,
      client: long.clients[0],
      goal: long.goal,
    },
  }
  const heard = { acknowledged: () => undefined, seen: () => undefined }
  const writer = await openWriter(seat, heard)
  writer.close()
  return [figure(`cold open of a plan of ${LONG} entries`, writer.opened, 'ms', '<= 10')]
}

/**
 * @param {Place} place
 * @param {Furnished} furnished
 */
async function moments(place, { long }) {
  const [token] = long.tokens
  const { replay } = await ask(place, token, `/api/plans/${long.log}/replays`, { goal: null })
  const at = () => 10 + Math.floor(Math.random() * (LONG - 20))
  const moment = () => ask(place, token, `/api/plans/${long.log}/record/at?replay=${replay}&seq=${at()}`)
  return [figure(`any moment of ${LONG} entries, in the server: p95`, await p95(moment), 'ms', '<= 20')]
}

/**
 * @param {() => Promise<unknown>} act
 */
async function p95(act) {
  const times = []
  for (let round = 0; round < ROUNDS + 3; round++) {
    const began = performance.now()
    await act()
    if (round >= 3) times.push(performance.now() - began)
  }
  return percentile(times, 0.95)
}

/**
 * @param {Place} place
 * @param {string} token
 * @param {string} page
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function ask(place, token, page, body) {
  const origin = `http://127.0.0.1:${place.ports[0]}`
  const headers = { cookie: `accord_console=${token}`, origin, 'content-type': 'application/json' }
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const answer = await fetch(origin + page, { headers, ...sent })
  if (!answer.ok) throw new Error(`${page} was answered ${answer.status}`)
  return answer.json()
}
