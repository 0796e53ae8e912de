#!/usr/bin/env node
// Checks a history that was exported from Accord, with nothing but Node 20 or later:
//
//   node verify-history.mjs FOLDER-OR-ZIP [--key NAME]
//
// Written from docs/spec/history.md alone (HI18), so that it can be wrong only in its own ways. It prints a line for
// each check, names the first thing that does not hold, and exits with 0 (everything holds), 1 (something does not)
// or 2 (there is nothing to check).
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { TextDecoder } from 'node:util'
import { inflateRawSync } from 'node:zlib'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HASH = /^[0-9a-f]{64}$/
const MOST_BYTES = 2 ** 30

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const hexBytes = (hex) => Buffer.from(hex, 'hex')
const uuidBytes = (uuid) => hexBytes(uuid.replaceAll('-', ''))
const number = (length) => (value) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes.subarray(8 - length)
}
const field = (bytes) =>
  bytes === null ? number(4)(0xffffffff) : Buffer.concat([number(4)(bytes.length), bytes])
const isWhole = (most) => (value) => Number.isInteger(value) && value >= 0 && value <= most

const ID = { is: (value) => typeof value === 'string' && UUID.test(value), bytes: uuidBytes }
const DIGEST = { is: (value) => typeof value === 'string' && HASH.test(value), bytes: hexBytes }
const TEXT = { is: (value) => typeof value === 'string', bytes: (value) => Buffer.from(value) }
const SMALL = { is: isWhole(0xffffffff), bytes: number(4) }
const LARGE = { is: isWhole(Number.MAX_SAFE_INTEGER), bytes: number(8) }
const orNull = ({ is, bytes }) => ({
  is: (value) => value === null || is(value),
  bytes: (value) => (value === null ? null : bytes(value)),
})

/** The columns of an entry in the order in which they are hashed. */
const COLUMNS = {
  ...{ clinic_id: ID, log_id: ID, seq: LARGE, prev_hash: DIGEST, epoch: SMALL, kind: TEXT },
  ...{ client_id: orNull(ID), op: orNull(LARGE), connection_id: orNull(ID), author_id: ID, relation: TEXT },
  ...{ session_id: orNull(ID), at_ms: LARGE, key_version: SMALL, digest: DIGEST },
}
const CONTENT = { salt: { is: (value) => /^([0-9a-f]{2})+$/.test(value) }, payload: TEXT, record: TEXT }
const OTHERS = {
  hash: DIGEST,
  ...Object.fromEntries(Object.entries(CONTENT).map(([k, v]) => [k, orNull({ ...v, bytes: null })])),
}

/** The first thing that does not hold. */
class Flaw extends Error {}
const must = (holds, what) => {
  if (!holds) throw new Flaw(what)
}

function checkFiles(bundle) {
  const { manifest, files } = bundle
  must(manifest.format === 'accord/bundle/1', 'manifest.json: this is another format')
  const listed = new Map(manifest.files.map((file) => [file.name, file]))
  for (const name of files.keys()) {
    must(name === 'manifest.json' || listed.has(name), `${name}: the manifest does not name it`)
  }
  for (const [name, { bytes, sha256: hash }] of listed) {
    const file = files.get(name)
    must(file, `${name}: it is missing`)
    must(
      file.length === bytes && sha256(file).toString('hex') === hash,
      `${name}: it is not as the manifest says`,
    )
  }
  return `${listed.size} files are as the manifest says`
}

function checkShape(entry, at) {
  const wanted = { ...COLUMNS, ...OTHERS }
  const names = Object.keys(wanted)
  must(
    Object.keys(entry).sort().join() === names.sort().join(),
    `line ${at}: its columns are not those of an entry`,
  )
  for (const [name, { is }] of Object.entries(wanted))
    must(is(entry[name]), `line ${at}: ${name} cannot be read`)
}

function checkChain({ manifest, entries }) {
  const genesis = sha256('accord/genesis/1', uuidBytes(manifest.log_id)).toString('hex')
  let before = { hash: genesis, at_ms: 0, epoch: 0 }
  entries.forEach((entry, index) => {
    checkShape(entry, index + 1)
    const of = `entry ${index + 1}`
    must(entry.seq === index + 1, `${of}: it is missing, and entry ${entry.seq} stands in its place`)
    must(entry.log_id === manifest.log_id, `${of}: log_id is another log's`)
    must(entry.clinic_id === manifest.clinic_id, `${of}: clinic_id is another clinic's`)
    must(entry.prev_hash === before.hash, `${of}: prev_hash is not the hash of the entry before`)
    const fields = Object.entries(COLUMNS).map(([name, { bytes }]) => field(bytes(entry[name])))
    const hash = sha256('accord/entry/1', ...fields).toString('hex')
    must(entry.hash === hash, `${of}: hash is not that of its columns`)
    must(entry.at_ms >= before.at_ms, `${of}: at_ms is before the entry before`)
    must(entry.epoch >= before.epoch, `${of}: epoch is before the entry before`)
    before = entry
  })
  must(
    entries.length === manifest.entries,
    `entry ${entries.length + 1}: the manifest counts ${manifest.entries}`,
  )
  return `${entries.length} entries are sealed to one another`
}

/** Everything before the last entry that says so was erased, and what it held may be gone. */
function withoutErased(entries) {
  const at = entries.findLast(({ kind }) => kind === 'erased')?.seq ?? 0
  return entries.filter(({ seq, salt, payload, record }) => seq >= at || (salt ?? payload ?? record) !== null)
}

function checkContents({ entries }) {
  const kept = withoutErased(entries)
  for (const { seq, salt, payload, record, digest } of kept) {
    must(salt !== null && payload !== null && record !== null, `entry ${seq}: what it held is missing`)
    const parts = [hexBytes(salt), Buffer.from(payload), Buffer.from(record)].map(field)
    must(
      sha256('accord/digest/1', ...parts).toString('hex') === digest,
      `entry ${seq}: digest is not that of its content`,
    )
  }
  const gone = entries.length - kept.length
  return `${kept.length} contents are the ones that were sealed${gone > 0 ? `, ${gone} were erased` : ''}`
}

const WORDS = ['text', 'wording.restore']
const EFFECTS = ['closed', 'lapsed', 'restored', 'withdrawn']

/** Payload and record have to say the same: which words went and which came, in the text as it stood. */
function checkRecords({ entries }) {
  const texts = new Map()
  for (const { seq, kind, payload: written, record: told } of withoutErased(entries)) {
    if (kind === 'erased') texts.clear()
    const [payload, record] = [written, told].map((text) => jsonOf(text, `entry ${seq}`))
    must(payload.kind === kind, `entry ${seq}: kind is not its payload's`)
    const others = Object.keys(record).filter((key) => key !== 'pieces' && key !== 'agreement')
    must(others.length === 0, `entry ${seq}: its record says more than a record can`)
    must(
      record.agreement === undefined || EFFECTS.includes(record.agreement),
      `entry ${seq}: agreement is unknown`,
    )
    must(
      WORDS.includes(kind) === (record.pieces !== undefined),
      `entry ${seq}: pieces do not go with its kind`,
    )
    if (record.pieces) replay(texts, payload, record.pieces, seq)
    for (const [name, text] of firstWords(payload)) texts.set(placeOf({ ...payload, field: name }), text)
  }
  return `${entries.length} records say what their payloads did`
}

const placeOf = ({ goal, step, field: name }) => [goal, step ?? '', name].join(' ')

function firstWords(payload) {
  const { kind, title, statement, why, text } = payload
  if (kind === 'goal.add') return [['name', title]]
  if (kind === 'goal.share') return Object.entries({ name: title, statement, why })
  return kind === 'step.add' ? [['text', text]] : []
}

function replay(texts, payload, pieces, seq) {
  const before = texts.get(placeOf(payload)) ?? ''
  const changed = changedBy(payload.changes)
  must(changed.length === pieces.length, `entry ${seq}: its record has other pieces than its changes`)
  let after = ''
  let kept = 0
  changed.forEach(({ at, length, inserted }, index) => {
    const piece = pieces[index]
    const removed = before.slice(at, at + length)
    const runs = piece.removedRuns.reduce((sum, [, units]) => sum + units, 0)
    const same = piece.at === at && piece.removed === removed && piece.inserted === inserted
    must(same && removed.length === length && runs === length, `entry ${seq}: its record tells other words`)
    after += before.slice(kept, at) + inserted
    kept = at + length
  })
  texts.set(placeOf(payload), after + before.slice(kept))
}

/** The places that a change alters; sections that touch are one. */
function changedBy(sections) {
  const changed = []
  let at = 0
  let isTouching = false
  for (const section of sections) {
    if (typeof section === 'number') at += section
    else {
      const [length, ...lines] = section
      const last = isTouching ? changed.pop() : { at, length: 0, inserted: '' }
      changed.push({ at: last.at, length: last.length + length, inserted: last.inserted + lines.join('\n') })
      at += length
    }
    isTouching = typeof section !== 'number'
  }
  return changed
}

const CHECKPOINT =
  /^accord\/(?:checkpoint|restored)\/1\nnumber (\d+)\ntime (\d+)\nsize (\d+)\nroot ([0-9a-f]{64})\nchanges [0-9a-f]{64}\nprevious [0-9a-f]{64}\nkey ([0-9a-f]{64})\n(?:backup (\d+)\nmissing-size (\d+)\nmissing ([0-9a-f]{64})\n)?$/

function readCheckpoint(text) {
  const [, count, time, size, root, key, backup, missingSize, missing] = CHECKPOINT.exec(text) ?? []
  must(key, 'proof.json: the checkpoint cannot be read')
  must(
    text.startsWith('accord/restored/') === (backup !== undefined),
    'proof.json: the checkpoint cannot be read',
  )
  return { count, time, tree: { size, root }, key, backup, gap: { size: missingSize, root: missing } }
}

const dayOf = (ms) => new Date(Number(ms)).toISOString()

function checkCheckpoint({ proof, pem, key: wanted }) {
  const { text, signature, publicKey } = proof.checkpoint
  const { count, time, key: name } = readCheckpoint(text)
  const key = createPublicKey(pem)
  must(key.asymmetricKeyType === 'ed25519', 'public-key.pem: it is not an Ed25519 key')
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32)
  must(raw.toString('base64') === publicKey, 'public-key.pem: it is not the key of proof.json')
  must(sha256(raw).toString('hex') === name, 'proof.json: the checkpoint names another key')
  must(
    wanted === undefined || wanted === name,
    `proof.json: the key is ${name}, and not the one that you named`,
  )
  const isSigned = (it) => verify(null, Buffer.from(it.text), key, Buffer.from(it.signature, 'base64'))
  must(isSigned({ text, signature }), 'proof.json: the signature is not the key’s')
  const says = `checkpoint ${count} of ${dayOf(time)} is signed by key ${name}`
  if (!proof.restored) return says
  must(isSigned(proof.restored), 'proof.json: the signature of the restoration is not the key’s')
  return `${says}; ${toldRestoration(proof, { name, count })}`
}

/** What a signed restoration says of this log: from when it is, and which entries were there before. */
function toldRestoration({ restored, log_id: log }, { name, count }) {
  const { time, backup, key, count: number, tree, gap } = readCheckpoint(restored.text)
  must(
    backup !== undefined && key === name && Number(number) <= Number(count),
    'proof.json: the restoration is none of these records',
  )
  const { kept, missing } = restored
  if (kept) checkPath(log, kept, tree)
  if (missing) checkPath(log, missing, gap)
  const says = `the records were restored on ${dayOf(time)} from a backup of ${dayOf(backup)}`
  if (!missing || !kept) return `${says}, and nothing that was known of this log is missing`
  return `${says}: of this log entry ${missing.leaf.seq} was known, and what followed entry ${kept.leaf.seq} was not in the backup`
}

function checkInclusion({ manifest, proof, entries }) {
  const { leaf, index, path: way } = proof
  must(
    proof.log_id === manifest.log_id && proof.clinic_id === manifest.clinic_id,
    'proof.json: it is of another log',
  )
  const last = entries.at(-1) ?? { seq: 0, hash: leaf.hash, epoch: leaf.epoch }
  must(
    leaf.seq <= last.seq,
    `entry ${last.seq + 1}: it is missing, and the checkpoint holds the log up to ${leaf.seq}`,
  )
  must(leaf.seq === last.seq, `entry ${leaf.seq + 1}: the checkpoint does not hold it`)
  must(leaf.hash === last.hash, `entry ${leaf.seq}: the checkpoint holds another entry`)
  // A restoration raises a log's epoch before any entry bears it.
  must(leaf.epoch >= last.epoch, `entry ${leaf.seq}: the checkpoint has another epoch`)
  checkPath(manifest.log_id, { leaf, index, path: way }, readCheckpoint(proof.checkpoint.text).tree)
  return `the checkpoint holds the log up to entry ${leaf.seq}`
}

function checkPath(log, { leaf, index, path: way }, { size, root }) {
  const head = [
    hexBytes(leaf.nonce),
    uuidBytes(log),
    number(8)(leaf.seq),
    hexBytes(leaf.hash),
    number(4)(leaf.epoch),
  ]
  let hash = sha256(Buffer.of(0), 'accord/head/1', ...head.map(field))
  must(2 ** way.length === Number(size) && index < Number(size), 'proof.json: the path does not fit the tree')
  way.forEach((sibling, level) => {
    const isRight = Math.floor(index / 2 ** level) % 2 === 1
    const pair = isRight ? [hexBytes(sibling), hash] : [hash, hexBytes(sibling)]
    hash = sha256(Buffer.of(1), ...pair)
  })
  must(hash.toString('hex') === root, 'proof.json: the path does not lead to the checkpoint')
}

const CHECKS = {
  files: checkFiles,
  chain: checkChain,
  contents: checkContents,
  records: checkRecords,
  checkpoint: checkCheckpoint,
  inclusion: checkInclusion,
}

function jsonOf(text, what) {
  try {
    return JSON.parse(text)
  } catch {
    throw new Flaw(`${what}: it cannot be read`)
  }
}

function readBundle(files, key) {
  const text = (name) => {
    must(files.has(name), `${name}: it is missing`)
    return new TextDecoder('utf-8', { fatal: true }).decode(files.get(name))
  }
  const [manifest, proof] = ['manifest.json', 'proof.json'].map((name) => jsonOf(text(name), name))
  const lines = text('entries.jsonl').split('\n')
  must(lines.pop() === '', 'entries.jsonl: it ends within a line')
  const entries = lines.map((line, index) => jsonOf(line, `entries.jsonl: line ${index + 1}`))
  return { files, manifest, proof, entries, pem: text('public-key.pem'), key }
}

/** Whatever a check throws, what it looked at is not what it should be. */
function attempt(work) {
  try {
    return { holds: true, says: work() }
  } catch (error) {
    return {
      holds: false,
      says: error instanceof Flaw ? error.message : `it cannot be read (${error.message})`,
    }
  }
}

/**
 * Checks a bundle.
 * @param {Map<string, Buffer>} files by their names
 * @param {{ key?: string }} options the name of the key that has to have signed
 * @returns {{ check: string, holds: boolean, says: string }[]} for each check what holds, or the first thing that does not
 */
export function verifyBundle(files, { key } = {}) {
  let bundle = null
  const opened = attempt(() => void (bundle = readBundle(files, key)))
  if (!bundle) return [{ check: 'bundle', ...opened }]
  return Object.entries(CHECKS).map(([check, run]) => ({ check, ...attempt(() => run(bundle)) }))
}

/** The files of a ZIP whose parts are stored or deflated. */
export function unzip(zip) {
  const files = new Map()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  must(end >= 0, 'the ZIP: it is cut short')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    must(zip.readUInt32LE(at) === 0x02014b50, 'the ZIP: its list of files cannot be read')
    const [method, size, name, extra, comment] = [at + 10, at + 20, at + 28, at + 30, at + 32].map((place) =>
      place === at + 20 ? zip.readUInt32LE(place) : zip.readUInt16LE(place),
    )
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + size)
    must(method === 0 || method === 8, 'the ZIP: it is packed in an unknown way')
    const whole = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: MOST_BYTES })
    files.set(zip.toString('utf8', at + 46, at + 46 + name), whole)
    at += 46 + name + extra + comment
  }
  return files
}

function filesOf(place) {
  if (!statSync(place).isDirectory()) return unzip(readFileSync(place))
  return new Map(readdirSync(place).map((name) => [name, readFileSync(path.join(place, name))]))
}

function main([place, flag, key]) {
  if (!place || (flag !== undefined && (flag !== '--key' || !HASH.test(key ?? '')))) {
    process.stderr.write(
      'node verify-history.mjs FOLDER-OR-ZIP [--key NAME]   (a name has 64 digits of 0-9, a-f)\n',
    )
    return 2
  }
  const read = attempt(() => filesOf(place))
  if (!read.holds) {
    process.stderr.write(`${place}: ${read.says}\n`)
    return 2
  }
  const results = verifyBundle(read.says, { key })
  for (const { check, holds, says } of results)
    process.stdout.write(`${holds ? 'holds' : 'DOES NOT HOLD'}  ${check}: ${says}\n`)
  const isWhole = results.every(({ holds }) => holds)
  if (isWhole && key === undefined)
    process.stdout.write('Compare the name of the key with the one that the clinic tells you.\n')
  process.stdout.write(isWhole ? 'This history holds.\n' : 'This history does not hold.\n')
  return isWhole ? 0 : 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2))
}
