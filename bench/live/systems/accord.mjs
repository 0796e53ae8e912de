import { fileURLToPath } from 'node:url'
import { startServer } from '../server-process.mjs'
import { openClinic, withProduct } from '../../clinic/open-clinic.mjs'

/** @import { Place, System } from './system.mjs' */
/** @import { OpenedPlan } from '../../clinic/open-clinic.mjs' */
/** @import { Seat } from '../writers/writer.mjs' */

/** What is raised for the measurement, where one machine plays hundreds of people; everything else is as it ships. */
export const RAISED = {
  ACCORD_OPERATIONS_PER_SECOND: '100000',
  ACCORD_OPERATION_BURST: '100000',
  ACCORD_SOCKETS_PER_ADDRESS: '100000',
}

/** @type {System} */
export const accord = {
  name: 'accord',
  label: 'Accord',
  furnish: async (place, plans) => {
    const opened = await withProduct(envOf(place), (context) => openClinic(context, place.database, plans))
    return opened.flatMap((plan, number) => [seatOf(place, plan, number, 0), seatOf(place, plan, number, 1)])
  },
  start: (place) => {
    const entry = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url))
    return startServer(entry, { ...envOf(place), ...RAISED })
  },
  stored: async ({ database }) => {
    const { rows } = await database.query(
      'SELECT client_id AS key, max(op)::integer AS mark FROM entry WHERE client_id IS NOT NULL GROUP BY 1',
    )
    return new Map(rows.map(({ key, mark }) => [key, mark]))
  },
}

/** @param {Place} place */
export function envOf({ url, directory, ports }) {
  return {
    DATABASE_URL: url,
    ACCORD_DATA_DIR: directory,
    ACCORD_DEMO: '0',
    PORT: String(ports[0]),
    PORTAL_PORT: String(ports[1]),
  }
}

/**
 * @param {Place} place
 * @param {OpenedPlan} opened
 * @param {number} plan
 * @param {0 | 1} side the practitioner at the console, the client at the portal
 * @returns {Seat}
 */
export function seatOf({ ports }, { log, goal, tokens, clients }, plan, side) {
  const host = `127.0.0.1:${ports[side]}`
  const cookie = `accord_${side === 0 ? 'console' : 'portal'}=${tokens[side]}`
  const at = { address: `ws://${host}`, origin: `http://${host}`, cookie }
  return { plan, side, ...at, document: log, client: clients[side], goal }
}
