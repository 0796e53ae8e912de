// How fast a record is checked, on one core and with the code that the API runs: entries a second for the chain alone,
// and for the contents (decrypted and compared with what the chain covers).
import process from 'node:process'
import { sealEntry, openContent, sha256 } from '../apps/api/dist/history/sealing.js'
import { checkContent, checkLink, chainStart } from '../packages/domain/dist/history/verify.js'

const TARGETS = { chain: 300_000, content: 100_000 }
const ENTRIES = 100_000
const ROUNDS = 5

const log = '0193c000-0000-7000-8000-000000000001'
const id = (end) => `0193c000-0000-7000-8000-0000000000${end}`
const key = { version: 1, key: Buffer.alloc(32, 9) }

/** A log as it comes from the database: a keystroke or two an entry. */
function someEntries() {
  let { hash: prevHash } = chainStart(log, sha256)
  return Array.from({ length: ENTRIES }, (_, index) => {
    const payload = {
      kind: 'text',
      goal: id('a1'),
      field: 'statement',
      changes: [index % 900, [0, 'we'], 40],
    }
    const record = { pieces: [{ at: index % 900, inserted: 'we', removed: '', removedRuns: [] }] }
    const header = {
      ...{ clinic: id('c1'), log, seq: index + 1, prevHash, epoch: 1, clientId: id('f1'), op: index + 1 },
      ...{
        connection: id('d1'),
        author: id('e1'),
        relation: 'client',
        session: null,
        at: 1_796_688_000_000 + index,
      },
    }
    const entry = sealEntry(header, payload, record, key)
    prevHash = entry.hash
    return entry
  })
}

function checkChain(entries) {
  let position = chainStart(log, sha256)
  for (const entry of entries) {
    position = checkLink(position, entry, sha256)
    if ('reason' in position) throw new Error(`entry ${position.seq}: ${position.reason}`)
  }
}

function checkContents(entries) {
  for (const entry of entries) {
    const flaw = checkContent(entry, openContent(entry, key), sha256)
    if (flaw) throw new Error(`entry ${flaw.seq}: ${flaw.reason}`)
  }
}

/**
 * The best and the middle of some rounds, in entries a second of the processor, so that what else runs on the machine
 * does not count; the first round only warms up.
 */
function measured(work, entries) {
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage()
    work(entries)
    const { user, system } = process.cpuUsage(before)
    return ENTRIES / ((user + system) / 1e6)
  })
  const sorted = rates.slice(1).sort((a, b) => a - b)
  return { best: sorted.at(-1), median: sorted[Math.floor(ROUNDS / 2)] }
}

/** Measures both, says what came out, and answers with it. */
export function benchHistory() {
  const entries = someEntries()
  const rates = { chain: measured(checkChain, entries), content: measured(checkContents, entries) }
  const shown = (rate) => Math.round(rate).toLocaleString('en')
  for (const [name, { best, median }] of Object.entries(rates)) {
    const verdict = median >= TARGETS[name] ? 'reached' : 'missed'
    process.stdout.write(
      `history ${name}: ${shown(median)} entries per CPU second (best ${shown(best)}), target ${shown(TARGETS[name])} ${verdict}\n`,
    )
  }
  return rates
}

if (process.argv[1]?.endsWith('bench/history.mjs')) benchHistory()
