import { isHeldBy } from '../people/asked.mjs'
import { violation } from './invariants.mjs'

/** @import { Evidence, Row } from './evidence.mjs' */
/** @import { Violation } from './invariants.mjs' */
/** @import { Note, Sent } from '../people/journal.mjs' */

/** @typedef {Row & { payload: any }} Stored a row with what it holds, opened */
/** @typedef {ReadonlyMap<string, readonly Stored[]>} ByNumber rows by tab and operation number */

const numberOf = (/** @type {{ client: string, op: number }} */ { client, op }) => `${client} ${op}`
const keyOf = (/** @type {{ client: string, key: number | null }} */ { client, key }) =>
  `${client} key ${key ?? ''}`

/**
 * What the tabs' journals say against what the database has: I1, I2, I5, I6, I8, I9.
 *
 * @param {Evidence} evidence
 * @returns {readonly Violation[]}
 */
export function checkStored(evidence) {
  const { rows, lines, journals } = evidence
  const byNumber = groupBy(
    rows.flatMap((row, at) =>
      row.client_id === null || row.op === null
        ? []
        : [{ ...row, client: row.client_id, op: row.op, payload: JSON.parse(lines[at]?.payload ?? 'null') }],
    ),
    numberOf,
  )
  const hashes = new Set(rows.map(({ seq, hash }) => `${seq} ${hash}`))
  return [
    ...[...byNumber].filter(([, stored]) => stored.length > 1).map(([name]) => violation('I2', name)),
    ...checkChainOfRows(evidence),
    ...checkOrder(rows),
    ...journals.flatMap((notes) => [
      ...checkAccepted(notes, byNumber),
      ...checkSeen(notes, hashes),
      ...checkResolved(notes, byNumber),
    ]),
  ]
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {(one: T) => string} by
 * @returns {Map<string, T[]>}
 */
function groupBy(list, by) {
  /** @type {Map<string, T[]>} */
  const groups = new Map()
  for (const one of list) {
    const group = groups.get(by(one))
    if (group) group.push(one)
    else groups.set(by(one), [one])
  }
  return groups
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
 * @param {readonly Note[]} notes
 * @param {ByNumber} byNumber
 */
function checkAccepted(notes, byNumber) {
  const sent = groupBy(
    notes.filter((note) => note.t === 'sent'),
    numberOf,
  )
  return notes
    .filter((note) => note.t === 'accepted')
    .flatMap((told) => {
      const row = byNumber
        .get(numberOf(told))
        ?.find(({ seq, hash }) => seq === told.seq && hash === told.hash)
      if (!row) return [violation('I1', `${numberOf(told)} was accepted as entry ${told.seq}`)]
      const isKept = sent.get(numberOf(told))?.some(({ asked }) => isHeldBy(asked, row.payload))
      return isKept ? [] : [violation('I1', `entry ${row.seq} holds something else than was sent`)]
    })
}

/**
 * @param {readonly Note[]} notes
 * @param {ReadonlySet<string>} hashes
 */
function checkSeen(notes, hashes) {
  return notes.flatMap((note) => {
    if (note.t === 'reset') return [violation('I5', 'what was on screen is no part of the history')]
    if (note.t === 'broken') return [violation('I4', 'a client could not take in what it was told')]
    const isUnknown = note.t === 'seen' && note.seq > 0 && !hashes.has(`${note.seq} ${note.hash}`)
    return isUnknown ? [violation('I5', `entry ${note.seq} was shown`)] : []
  })
}

/**
 * An operation may be sent under several numbers, when nobody remembers that one before it was refused; it is stored
 * under one of them at most.
 *
 * @param {readonly Note[]} notes
 * @param {ByNumber} byNumber
 */
function checkResolved(notes, byNumber) {
  const told = new Set(notes.flatMap((note) => (note.t === 'refused' && note.final ? [keyOf(note)] : [])))
  const barred = new Set(notes.flatMap((note) => (note.t === 'barred' ? [note.client] : [])))
  const sent = groupBy(
    notes.filter((note) => note.t === 'sent'),
    keyOf,
  )
  return [...sent].flatMap(([name, tries]) => {
    const stored = new Set(tries.flatMap((note) => storedAs(note, byNumber)))
    const numbers = tries.map(({ op }) => op).join(', ')
    if (stored.size > 1)
      return [violation('I2', `${name}, sent as ${numbers}, is entries ${[...stored].join(', ')}`)]
    const isTold = told.has(name) || tries.some(({ client }) => barred.has(client))
    return stored.size === 0 && !isTold
      ? [violation('I6', `${name}, sent as ${numbers}, was neither stored nor refused`)]
      : []
  })
}

/**
 * @param {Sent} note
 * @param {ByNumber} byNumber
 */
function storedAs(note, byNumber) {
  const rows = byNumber.get(numberOf(note)) ?? []
  return rows.filter(({ payload }) => isHeldBy(note.asked, payload)).map(({ seq }) => seq)
}
