import process from 'node:process'
import { openContent, sealEntry, sha256 } from '../../apps/api/dist/history/sealing.js'
import { chainStart, checkContent, checkLink, isFlaw } from '../../packages/domain/dist/history/verify.js'

/**
 * How fast a record is checked, on one core and with the code that the API runs: the chain alone, and the contents
 * (decrypted and compared with what the chain covers). (HI6)
 */
export default { name: 'history', measure }

/** @typedef {ReturnType<typeof sealEntry>} Entry */

const TARGETS = { chain: 300_000, content: 100_000 }
const ENTRIES = 100_000
const ROUNDS = 5

const log = /** @type {Entry['log']} */ ('0193c000-0000-7000-8000-000000000001')
const key = { version: 1, key: Buffer.alloc(32, 9) }

async function measure() {
  const entries = someEntries()
  const unit = 'entries'
  return [
    {
      label: 'chain checked in a second of the processor, median of five',
      value: rateOf(() => checkChain(entries)),
      unit,
      target: `>= ${TARGETS.chain}`,
    },
    {
      label: 'content checked in a second of the processor, median',
      value: rateOf(() => checkContents(entries)),
      unit,
      target: `>= ${TARGETS.content}`,
    },
  ]
}

/** A log as it comes from the database: a keystroke or two an entry. */
function someEntries() {
  let { hash: prevHash } = chainStart(log, sha256)
  return Array.from({ length: ENTRIES }, (_, index) => {
    const entry = sealEntry(headerOf(index, prevHash), payloadOf(index), recordOf(index), key)
    prevHash = entry.hash
    return entry
  })
}

/**
 * @param {number} index
 * @param {Uint8Array} prevHash
 */
function headerOf(index, prevHash) {
  const header = {
    ...{ clinic: id('c1'), log, seq: index + 1, prevHash, epoch: 1, clientId: id('f1'), op: index + 1 },
    ...{ connection: id('d1'), author: id('e1'), relation: 'client', session: null },
    at: 1_796_688_000_000 + index,
  }
  return /** @type {Parameters<typeof sealEntry>[0]} */ (/** @type {unknown} */ (header))
}

/** @param {number} index */
function payloadOf(index) {
  const changes = [index % 900, [0, 'we'], 40]
  const payload = { kind: 'text', goal: id('a1'), field: 'statement', changes }
  return /** @type {Parameters<typeof sealEntry>[1]} */ (/** @type {unknown} */ (payload))
}

/** @param {number} index */
function recordOf(index) {
  return { pieces: [{ at: index % 900, inserted: 'we', removed: '', removedRuns: [] }] }
}

/** @param {string} end */
function id(end) {
  return `0193c000-0000-7000-8000-0000000000${end}`
}

/** @param {readonly Entry[]} entries */
function checkChain(entries) {
  let position = chainStart(log, sha256)
  for (const entry of entries) {
    const link = checkLink(position, entry, sha256)
    if (isFlaw(link)) throw new Error(`entry ${link.seq}: ${link.reason}`)
    position = link
  }
}

/** @param {readonly Entry[]} entries */
function checkContents(entries) {
  for (const entry of entries) {
    const flaw = checkContent(entry, openContent(entry, key), sha256)
    if (flaw) throw new Error(`entry ${flaw.seq}: ${flaw.reason}`)
  }
}

/**
 * The middle of some rounds, in entries a second of the processor, so that what else runs on the machine does not
 * count; the first round only warms up.
 *
 * @param {() => void} work
 */
function rateOf(work) {
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return ENTRIES / ((user + system) / 1e6)
  })
  const sorted = rates.slice(1).sort((a, b) => a - b)
  return Math.round(sorted[Math.floor(ROUNDS / 2)] ?? 0)
}
