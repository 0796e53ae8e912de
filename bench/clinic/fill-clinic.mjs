import { bulkCases } from './bulk-cases.mjs'
import { bulkPlans } from './bulk-plans.mjs'
import { bulkYears } from './bulk-years.mjs'
import { makeClinic, makePerson, openClinic, signIn } from './open-clinic.mjs'
import { writeRecord } from './write-record.mjs'

/** @import { Pool } from 'pg' */
/** @import { BulkCase } from './bulk-cases.mjs' */
/** @import { OpenedPlan } from './open-clinic.mjs' */

/**
 * @typedef {object} Extent
 * @property {number} cases
 * @property {number} entries in all plans together
 * @property {number} long entries in each of some long plans
 * @property {number} longPlans how many of those
 *
 * @typedef {object} Filled a clinic that has existed for years
 * @property {{ person: any, token: string, cases: readonly BulkCase[] }} practitioner
 * @property {{ person: any, token: string, cases: readonly BulkCase[] }} supervisor
 * @property {readonly BulkCase[]} longPlans nobody has them open
 * @property {OpenedPlan} record a long plan of which every entry holds, in a clinic of its own
 */

/** How many cases a practitioner has, and a supervisor looks after. */
export const OWN = 30
export const ASKED = 40
/** Entries of each plan after its latest checkpoint. */
const LATELY = 60

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database as its owner
 * @param {Extent} extent
 * @param {(line: string) => void} say
 * @returns {Promise<Filled>}
 */
export async function fillClinic(context, database, { cases: count, entries, long, longPlans }, say) {
  const { id: clinic, administrator } = await makeClinic(database)
  say(`opening ${count} cases`)
  const cases = await bulkCases(context, database, { clinic, administrator }, count)
  say(`filling them with ${entries} entries`)
  const others = Math.floor((entries - longPlans * long) / (count - longPlans))
  const entriesOf = (/** @type {number} */ number) => (number >= count - longPlans ? long : others)
  // Long ones as a power cut leaves them, with entries after the state that was kept last; others as people left them.
  const isClosed = (/** @type {number} */ number) => number < count - longPlans
  await bulkPlans(context, database, cases, { entriesOf, isClosed, lately: LATELY })
  say('filling them with sessions, visits and reviews')
  const supervisor = await makePerson(database, clinic, ['supervisor'])
  const supervised = cases.slice(0, ASKED)
  await bulkYears(context, database, cases, { supervisor, supervised })
  const [record] = await openClinic(context, database, 1)
  if (!record) throw new Error('there is no record')
  await writeRecord(context, { clinic: record.clinic, log: record.log }, long)
  await database.query('VACUUM ANALYZE')
  const practitioner = cases[0]?.practitioner
  const signedIn = (/** @type {any} */ person) => signIn(database, clinic, person, 'console')
  return {
    practitioner: { person: practitioner, token: await signedIn(practitioner), cases: cases.slice(0, OWN) },
    supervisor: { person: supervisor, token: await signedIn(supervisor), cases: supervised },
    longPlans: cases.slice(count - longPlans),
    record,
  }
}
