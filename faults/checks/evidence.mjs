import { unzip } from './verifier.mjs'
import { ask } from '../house/asking.mjs'

/** @import { House } from '../house/house.mjs' */
/** @import { Case } from '../house/furnish.mjs' */
/** @import { Note } from '../people/journal.mjs' */

/**
 * A row of the table `entry` as the database has it, read past the API.
 *
 * @typedef {{ seq: number, hash: string, prev_hash: string, kind: string, client_id: string | null, op: number | null,
 *   author_id: string, at_ms: number, digest: string }} Row
 *
 * @typedef {Row & { epoch: number, relation: string, session_id: string | null, payload: string, record: string }} Line
 *   an entry as a bundle has it, opened
 *
 * @typedef {object} Evidence what is known of one plan when everything is quiet
 * @property {Case} case
 * @property {readonly Row[]} rows
 * @property {{ seq: number, hash: string }} head
 * @property {Map<string, Buffer>} files the bundle as a third party would get it
 * @property {readonly Line[]} lines its entries
 * @property {readonly (readonly Note[])[]} journals of all tabs that had this plan open
 */

const ROWS = `SELECT seq::float8, encode(hash, 'hex') AS hash, encode(prev_hash, 'hex') AS prev_hash, kind, client_id,
  op::float8, author_id, at_ms::float8, encode(digest, 'hex') AS digest FROM entry WHERE log_id = $1 ORDER BY seq, hash`

/**
 * @param {House} house
 * @param {Case} of
 * @param {readonly (readonly Note[])[]} journals
 * @returns {Promise<Evidence>}
 */
export async function gather(house, of, journals) {
  const { cluster, clinic } = house.ground
  const rows = await cluster.ask(house.plot.database, ROWS, [of.plan])
  const [head] = await cluster.ask(
    house.plot.database,
    `SELECT seq::float8, encode(hash, 'hex') AS hash FROM log_head WHERE log_id = $1`,
    [of.plan],
  )
  const files = await bundleOf(house, of, clinic.practitioner)
  const text = files.get('entries.jsonl')?.toString() ?? ''
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return { case: of, rows, head, files, lines, journals }
}

/**
 * @param {House} house
 * @param {Case} of
 * @param {import('../house/furnish.mjs').Person} person
 * @returns {Promise<Map<string, Buffer>>} empty when no process gives one
 */
async function bundleOf({ processes }, of, person) {
  for (const process of processes) {
    const path = `/api/plans/${of.plan}/bundle`
    const answer = await ask(process, person, path, { body: { timeZone: 'UTC' }, patience: 20_000 })
    if (answer?.ok) return unzip(Buffer.from(await answer.arrayBuffer()))
  }
  return new Map()
}
