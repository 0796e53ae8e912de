import { performance } from 'node:perf_hooks'
import { latencyOf } from '../arithmetic.mjs'
import { editsOf } from './edits.mjs'

/** @import { OpenWriter, Seat, Writer } from './writers/writer.mjs' */
/** @import { Latency } from '../arithmetic.mjs' */

/**
 * The load generator: a process of its own that opens every writer's socket and types.
 *
 * @typedef {object} Work
 * @property {'paced' | 'saturated'} mode at a rate, or each writer as soon as the last edit was acknowledged
 * @property {number} rate edits a second, of all writers together; of no account when saturated
 * @property {number} warmUp s
 * @property {number} seconds
 * @property {boolean} deleting false where texts only grow
 *
 * @typedef {{ type: 'open', system: string, seats: Seat[] } | { type: 'work', work: Work } | { type: 'marks' } | { type: 'each', edits: number, from: number }} Asked
 *
 * @typedef {object} Loaded what one run came to
 * @property {number} edits acknowledged within the time that counts
 * @property {number} seconds
 * @property {Latency} peer ms from an edit until the other writer has it
 * @property {Latency} acknowledged ms
 * @property {number} cpu s of the processor that the load generator took
 *
 * @typedef {{ key: string, marks: number[] }} Acknowledged one writer's edits that were called saved
 *
 * @typedef {object} Typist
 * @property {Writer} writer
 * @property {(length: number) => import('./edits.mjs').Edit} next
 * @property {number | null} waitsSince
 * @property {number} mark of the edit that waits
 * @property {{ mark: number, since: number }[]} unseen
 * @property {number[]} marks
 * @property {number[]} due times at which edits should have begun
 */

/** @type {Typist[]} */
const typists = []
/** @type {Work | null} */
let work = null
let counting = false
const peer = /** @type {number[]} */ ([])
const acknowledged = /** @type {number[]} */ ([])
let deleting = true

const answer = (/** @type {object} */ said) => void process.send?.(said)

process.on('message', (/** @type {Asked} */ asked) => void obey(asked))
// Whoever asked is gone: nobody waits for figures.
process.on('disconnect', () => process.exit(0))

/** @param {Asked} asked */
async function obey(asked) {
  switch (asked.type) {
    case 'open':
      await openAll(asked.system, asked.seats)
      answer({ type: 'opened' })
      break
    case 'work':
      answer({ type: 'loaded', loaded: await run(asked.work) })
      break
    case 'each':
      await writeEach(typists.slice(asked.from), asked.edits)
      answer({ type: 'written' })
      break
    case 'marks':
      answer({ type: 'marks', writers: typists.map(({ writer, marks }) => ({ key: writer.key, marks })) })
      break
  }
}

/**
 * @param {string} system
 * @param {Seat[]} seats two of each plan, one after the other
 */
async function openAll(system, seats) {
  const { openWriter } = await import(`./writers/${system}.mjs`)
  for (let at = 0; at < seats.length; at += 20) {
    const opening = seats.slice(at, at + 20).map((seat) => openTypist(openWriter, seat))
    typists.push(...(await Promise.all(opening)))
  }
}

/**
 * @param {OpenWriter} openWriter
 * @param {Seat} seat
 * @returns {Promise<Typist>}
 */
async function openTypist(openWriter, seat) {
  const index = seat.plan * 2 + seat.side
  const pairedWith = index % 2 === 0 ? index + 1 : index - 1
  /** @type {Typist | null} */
  let typist = null
  const writer = await openWriter(seat, {
    acknowledged: () => typist && hearAcknowledged(typist),
    seen: (mark) => {
      const other = typists[pairedWith]
      if (other) hearSeen(other, mark)
    },
  })
  typist = { writer, next: editsOf(index + 1), waitsSince: null, mark: 0, unseen: [], marks: [], due: [] }
  return typist
}

/** @param {Typist} typist */
function hearAcknowledged(typist) {
  const { waitsSince } = typist
  if (waitsSince === null) return
  if (counting) acknowledged.push(performance.now() - waitsSince)
  typist.waitsSince = null
  typist.marks.push(typist.mark)
  const due = typist.due.shift()
  if (due !== undefined) write(typist, due)
  else if (work?.mode === 'saturated') write(typist, performance.now())
}

/**
 * @param {Typist} typist whose edits arrived at the other writer's
 * @param {number} mark
 */
function hearSeen(typist, mark) {
  const now = performance.now()
  while (typist.unseen[0] && typist.unseen[0].mark <= mark) {
    if (counting) peer.push(now - typist.unseen[0].since)
    typist.unseen.shift()
  }
}

/**
 * @param {Typist} typist
 * @param {number} since when the edit should have been made: waiting for an answer counts
 */
function write(typist, since) {
  const { writer } = typist
  const edit = typist.next(writer.length())
  typist.waitsSince = since
  typist.mark = writer.write(deleting ? edit : { ...edit, removed: 0 })
  typist.unseen.push({ mark: typist.mark, since })
}

/**
 * @param {Work} asked
 * @returns {Promise<Loaded>}
 */
async function run(asked) {
  work = asked
  deleting = asked.deleting
  peer.length = 0
  acknowledged.length = 0
  if (work.mode === 'saturated') for (const typist of typists) write(typist, performance.now())
  const pace = work.mode === 'paced' ? pacedBy(work.rate) : null
  await sleep(work.warmUp)
  counting = true
  answer({ type: 'begin' })
  const began = performance.now()
  const cpu = process.cpuUsage()
  await sleep(work.seconds)
  counting = false
  const seconds = (performance.now() - began) / 1_000
  answer({ type: 'end' })
  const { user, system } = process.cpuUsage(cpu)
  if (pace) clearInterval(pace)
  work = null
  for (const typist of typists) typist.due.length = 0
  await sleep(0.3)
  const spent = (user + system) / 1e6
  return {
    edits: acknowledged.length,
    seconds,
    peer: latencyOf(peer),
    acknowledged: latencyOf(acknowledged),
    cpu: spent,
  }
}

/**
 * Edits fall due evenly, first one of each pair and then the other; whoever still waits writes as soon as they can.
 *
 * @param {number} rate
 */
function pacedBy(rate) {
  const began = performance.now()
  const half = typists.length / 2
  let given = 0
  return setInterval(() => {
    const now = performance.now()
    for (; given < ((now - began) / 1_000) * rate; given += 1) {
      const turn = given % typists.length
      const typist = typists[turn < half ? turn * 2 : (turn - half) * 2 + 1]
      if (!typist) continue
      if (typist.waitsSince === null) write(typist, now)
      else typist.due.push(now)
    }
  }, 1)
}

/**
 * Lets writers make so many edits each, as fast as they are acknowledged, and waits until all are.
 *
 * @param {readonly Typist[]} busy
 * @param {number} edits
 */
async function writeEach(busy, edits) {
  deleting = true
  const now = performance.now()
  for (const typist of busy) {
    typist.due = Array.from({ length: edits - 1 }, () => now)
    write(typist, now)
  }
  while (busy.some(({ waitsSince }) => waitsSince !== null)) await sleep(0.02)
}

/** @param {number} seconds */
function sleep(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}
