import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { startServer } from '../server-process.mjs'

/** @import { System } from './system.mjs' */

/** @type {System} */
export const hocuspocus = {
  name: 'hocuspocus',
  label: 'Hocuspocus 4.7',
  furnish: async ({ database, ports: [port] }, plans) => {
    await database.query('CREATE TABLE document (name text PRIMARY KEY, state bytea NOT NULL)')
    return Array.from({ length: plans * 2 }, (_, index) => {
      const plan = Math.floor(index / 2)
      return { plan, side: index % 2, address: `ws://127.0.0.1:${port}`, document: `plan-${plan}` }
    })
  },
  start: ({ url, ports: [port] }) => {
    const entry = fileURLToPath(new URL('../servers/hocuspocus.mjs', import.meta.url))
    return startServer(entry, { DATABASE_URL: url, PORT: String(port) })
  },
  stored: async ({ database }) => {
    const { rows } = await database.query('SELECT name, state FROM document')
    return new Map(rows.flatMap(({ name, state }) => clocksOf(name, state)))
  },
}

/**
 * @param {string} name
 * @param {Uint8Array} state
 * @returns {[string, number][]}
 */
function clocksOf(name, state) {
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
  return [...clocks].map(([client, clock]) => [`${name} ${client}`, clock])
}
