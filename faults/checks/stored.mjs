import { wordsOf } from '../people/inserted.mjs'
import { violation } from './invariants.mjs'

/** @import { Evidence, Row } from './evidence.mjs' */
/** @import { Violation } from './invariants.mjs' */
/** @import { Accepted, Note, Sent } from '../people/journal.mjs' */

const nameOf = (/** @type {{ client: string, op: number }} */ { client, op }) => `${client} ${op}`

/**
 * What the tabs' journals say against what the database has: I1, I2, I5, I6, I8, I9.
 *
 * @param {Evidence} evidence
 * @returns {readonly Violation[]}
 */
export function checkStored(evidence) {
  const { rows, journals } = evidence
  /** @type {Map<string, Row[]>} */
  const byOperation = new Map()
  for (const row of rows) {
    if (row.client_id === null || row.op === null) continue
    const name = nameOf({ client: row.client_id, op: row.op })
    byOperation.set(name, [...(byOperation.get(name) ?? []), row])
  }
  const hashes = new Set(rows.map(({ seq, hash }) => `${seq} ${hash}`))
  return [
    ...[...byOperation].filter(([, stored]) => stored.length > 1).map(([name]) => violation('I2', name)),
    ...checkChainOfRows(evidence),
    ...checkOrder(rows),
    ...journals.flatMap((notes) => [
      ...checkAccepted(evidence, notes, byOperation),
      ...checkSeen(notes, hashes),
      ...checkResolved(notes, byOperation),
    ]),
  ]
}

/** @param {Evidence} evidence */
function checkChainOfRows({ rows, head }) {
  /** @type {Violation[]} */
  const found = []
  rows.forEach((row, at) => {
    if (row.seq !== at + 1) found.push(violation('I8', `entry ${row.seq} stands at ${at + 1}`))
    if (at > 0 && row.prev_hash !== rows[at - 1]?.hash) found.push(violation('I8', `fork before ${row.seq}`))
  })
  const last = rows.at(-1)
  if (last?.seq !== head.seq || last.hash !== head.hash)
    found.push(violation('I8', `the head is at ${head.seq}`))
  return found
}

/** @param {readonly Row[]} rows */
function checkOrder(rows) {
  /** @type {Map<string, number>} */
  const last = new Map()
  return rows.flatMap(({ seq, client_id: client, op }) => {
    if (client === null || op === null) return []
    const before = last.get(client) ?? 0
    last.set(client, op)
    // A number that is there twice is I2's.
    return op < before ? [violation('I9', `entry ${seq} is operation ${op} after ${before}`)] : []
  })
}

/**
 * @param {Evidence} evidence
 * @param {readonly Note[]} notes
 * @param {ReadonlyMap<string, readonly Row[]>} byOperation
 */
function checkAccepted({ lines }, notes, byOperation) {
  const sent = notes.filter((note) => note.t === 'sent')
  return notes
    .filter((note) => note.t === 'accepted')
    .flatMap((told) => {
      const rows = byOperation.get(nameOf(told)) ?? []
      const row = rows.find(({ seq, hash }) => seq === told.seq && hash === told.hash)
      if (!row) return [violation('I1', `${nameOf(told)} was accepted as entry ${told.seq}`)]
      const payload = JSON.parse(lines[row.seq - 1]?.payload ?? 'null')
      return keptWords(told, sent, payload) ? [] : [violation('I1', `entry ${row.seq} has other words`)]
    })
}

/**
 * @param {Accepted} told
 * @param {readonly Sent[]} sent
 * @param {{ kind: string, changes?: readonly unknown[] } | null} payload
 */
function keptWords(told, sent, payload) {
  const asked = sent.filter((note) => nameOf(note) === nameOf(told))
  if (payload?.kind !== 'text') return payload !== null && asked.some(({ event }) => event === 'command')
  // Neighbours may have been joined or parted by what was put in between.
  const stored = wordsOf(payload.changes ?? []).join('')
  return asked.some(({ inserted }) => inserted?.join('') === stored)
}

/**
 * @param {readonly Note[]} notes
 * @param {ReadonlySet<string>} hashes
 */
function checkSeen(notes, hashes) {
  return notes.flatMap((note) => {
    if (note.t === 'reset') return [violation('I5', 'what was on screen is no part of the history')]
    const isUnknown = note.t === 'seen' && note.seq > 0 && !hashes.has(`${note.seq} ${note.hash}`)
    return isUnknown ? [violation('I5', `entry ${note.seq} was shown`)] : []
  })
}

/**
 * @param {readonly Note[]} notes
 * @param {ReadonlyMap<string, readonly Row[]>} byOperation
 */
function checkResolved(notes, byOperation) {
  const refused = new Set(
    notes.flatMap((note) => (note.t === 'refused' && note.final ? [nameOf(note)] : [])),
  )
  const barred = new Set(notes.flatMap((note) => (note.t === 'barred' ? [note.client] : [])))
  const sent = new Set(notes.flatMap((note) => (note.t === 'sent' && !barred.has(note.client) ? [nameOf(note)] : [])))
  return [...sent]
    .filter((name) => !byOperation.has(name) && !refused.has(name))
    .map((name) => violation('I6', `${name} was neither stored nor refused`))
}
