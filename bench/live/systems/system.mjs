/**
 * A live-editing server, as the side-by-side measurement knows it.
 *
 * @typedef {object} Place where a run happens: a database of its own, and a free port
 * @property {import('pg').Pool} database as its owner
 * @property {string} url
 * @property {[number, number]} ports free ones; one system needs both
 * @property {string} directory of the run's own, empty at first
 *
 * @typedef {object} System
 * @property {string} name of its writers' module as well
 * @property {string} label
 * @property {(place: Place, plans: number) => Promise<import('../writers/writer.mjs').Seat[]>} furnish two seats a plan
 * @property {(place: Place) => Promise<import('../server-process.mjs').ServerProcess>} start
 * @property {(place: Place) => Promise<Map<string, number>>} stored how far each writer's edits are in the database
 */
export {}
