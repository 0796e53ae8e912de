import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { toHex } from '@accord/domain/history/bytes'
import { nonceOf } from '@accord/domain/history/checkpoint'
import type { EntryRecord } from '@accord/domain/history/payload'
import { inclusionPath } from '@accord/domain/history/merkle'
import type { Checked } from '../../test/bundle.js'
import { theVerifier, withManifest } from '../../test/bundle.js'
import { CLINIC, everyKind, KEY, LOG } from '../../test/every-kind.js'
import { keysOfATest, memoryStore } from '../../test/checkpoints.js'
import { sealEntry, openContent, readEntry, sha256, type StoredEntry } from '../history/sealing.js'
import { entryLine } from './bundle-entry.js'
import { CheckpointBook } from './checkpoint-book.js'
import { publicKeyPem, type CheckpointSigner } from './signing-key.js'

type Line = Record<string, unknown>
type Files = ReadonlyMap<string, Buffer>

// Thousands of bundles are checked, on whatever machine.
jest.setTimeout(120_000)

const entries = everyKind()
const [signer, forger] = [keysOfATest(1), keysOfATest(2)]
let verify: (files: Files) => readonly Checked[]
let lines: readonly Line[]
let whole: Files
let tried = 0
let found = 0

beforeAll(async () => {
  const { verifyBundle } = await theVerifier()
  verify = (files) => verifyBundle(new Map(files), { key: signer.name })
  whole = bundleOf(entries, signer)
  lines = linesOf(whole)
})

/** The files of a bundle as the house makes them, but for those that are for people. */
function bundleOf(log: readonly StoredEntry[], by: CheckpointSigner): Files {
  const book = new CheckpointBook(memoryStore(), by, { read: () => 0, write: () => undefined })
  const last = log.at(-1) ?? entries[0]
  if (!last) throw new Error('there is no entry')
  const head = { log: LOG, seq: last.seq, hash: toHex(last.hash), epoch: last.epoch }
  const others = [0, 2, 3].map((digit) => ({ ...head, log: LOG.replace(/.$/, String(digit)) as typeof LOG }))
  book.write([head, ...others], 1_796_700_000_000)
  const latest = book.latest()
  if (!latest) throw new Error('there is no checkpoint')
  const { kept, heads, tree } = latest
  const index = heads.findIndex((one) => one.log === LOG)
  const { text, signature, seed } = kept
  const { seq, hash, epoch } = head
  const proof = {
    ...{ clinic_id: CLINIC, log_id: LOG, index, path: inclusionPath(tree, index).map(toHex) },
    checkpoint: { text, signature, publicKey: by.publicKey.toString('base64') },
    leaf: { seq, hash, epoch, nonce: toHex(nonceOf(seed, LOG, sha256)) },
  }
  const written = log.map((entry) => `${entryLine(entry, openContent(entry, KEY))}\n`).join('')
  const manifest = { format: 'accord/bundle/1', clinic_id: CLINIC, log_id: LOG, entries: 0, files: NAMES }
  return withManifest(
    new Map([
      ['entries.jsonl', Buffer.from(written)],
      ['proof.json', Buffer.from(JSON.stringify(proof))],
      ['public-key.pem', Buffer.from(publicKeyPem(by.publicKey))],
      ['manifest.json', Buffer.from(JSON.stringify(manifest))],
    ]),
  )
}

const NAMES = ['entries.jsonl', 'proof.json', 'public-key.pem'].map((name) => ({ name }))

function linesOf(files: Files): readonly Line[] {
  return String(files.get('entries.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

const withLines = (now: readonly Line[]): Files =>
  withManifest(
    new Map(whole).set('entries.jsonl', Buffer.from(now.map((line) => `${JSON.stringify(line)}\n`).join(''))),
  )
const withLine = (index: number, line: Line) => withLines(lines.map((old, at) => (at === index ? line : old)))

/** Counts a mutation, and whether the first thing that does not hold is what was altered. */
function attempt(what: string, files: Files, names: RegExp): void {
  tried += 1
  const broken = verify(files).filter(({ holds }) => !holds)
  if (broken[0] && names.test(broken[0].says)) found += 1
  else expect([what, broken]).toEqual([what, `something that says ${names.source}`])
}

function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes)
  const at = Math.floor(bit / 8) % bytes.length
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8))
  return flipped
}

const HEX = ['prev_hash', 'digest', 'hash', 'salt']

/** A column with one bit of it altered; what was nothing is something, and what was something is another. */
function altered(column: string, value: unknown, bit: number): unknown {
  if (value === null) return column === 'op' ? 1 : LOG
  if (typeof value === 'number') return value % 2 === 0 ? value + 1 : value - 1
  if (typeof value !== 'string') throw new Error(`${column} is no column`)
  if (HEX.includes(column)) return flipBit(Buffer.from(value, 'hex'), bit).toString('hex')
  if (!column.endsWith('_id')) return flipBit(Buffer.from(value), (bit % 997) * 8).toString()
  const hex = flipBit(Buffer.from(value.replaceAll('-', ''), 'hex'), bit).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const place = (seq: number) => new RegExp(`^(entry|line|entries.jsonl: line) ${seq}:`)

/** The same log after it was erased: nothing that it held is there but that it was. */
function erasedBundle(): Files {
  const last = entries.at(-1)
  if (!last) throw new Error('there is no entry')
  const { clinic, log, seq, hash: prevHash, at, author, relation } = last
  const nowhere = { clientId: null, op: null, connection: null, session: null }
  const header = { clinic, log, seq: seq + 1, prevHash, epoch: 2, at, author, relation, ...nowhere }
  const erased = bundleOf([...entries, sealEntry(header, { kind: 'erased' }, {}, KEY)], signer)
  const emptied = linesOf(erased).map((line) => (line.seq === seq + 1 ? line : emptiedOf(line)))
  return withManifest(new Map(erased).set('entries.jsonl', Buffer.from(textOf(emptied))))
}

const emptiedOf = (line: Line): Line => ({ ...line, salt: null, payload: null, record: null })
const textOf = (all: readonly Line[]) => all.map((line) => `${JSON.stringify(line)}\n`).join('')

describe('a bundle of a log that was erased', () => {
  it('[ER6] is a chain that holds, with what was erased counted', () => {
    const checked = verify(erasedBundle())
    expect(checked.filter(({ holds }) => !holds)).toEqual([])
    expect(checked.map(({ says }) => says).join()).toContain(
      `1 contents are the ones that were sealed, ${entries.length} were erased`,
    )
  })

  it('[ER6] is found altered where a content is gone and nothing says that it was erased', () => {
    const broken = verify(withLines(lines.map((line) => (line.seq === 5 ? emptiedOf(line) : line))))
    expect(broken.find(({ holds }) => !holds)?.says).toBe('entry 5: what it held is missing')
  })
})

describe('a bundle with every kind of entry', () => {
  it('[HI18] holds as it is', () => {
    expect(verify(whole).filter(({ holds }) => !holds)).toEqual([])
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(27)
  })

  it('[HI18] is found altered by one bit in any column of any entry, and the entry is named', () => {
    lines.forEach((line, index) => {
      for (const [column, value] of Object.entries(line)) {
        for (const bit of [index * 5, index * 11 + 131]) {
          const now = { ...line, [column]: altered(column, value, bit) }
          attempt(`${column} of ${index + 1}`, withLine(index, now), place(index + 1))
        }
        if (value !== null)
          attempt(`no ${column}`, withLine(index, { ...line, [column]: null }), place(index + 1))
      }
    })
  })

  it('[HI18] is found altered in every single bit of the hashes and of the content of an entry', () => {
    const line = lines[4] ?? {}
    for (const column of [...HEX, 'payload', 'record']) {
      const bits = String(line[column]).length * (HEX.includes(column) ? 4 : 1)
      for (let bit = 0; bit < bits; bit++) {
        attempt(
          `${column} ${bit}`,
          withLine(4, { ...line, [column]: altered(column, line[column], bit) }),
          place(5),
        )
      }
    }
  })

  it('[HI18] is found shortened, lengthened and put in another order', () => {
    lines.forEach((line, index) => {
      const [before, after] = [lines.slice(0, index), lines.slice(index + 1)]
      attempt(`delete ${index + 1}`, withLines([...before, ...after]), place(index + 1))
      attempt(`duplicate ${index + 1}`, withLines([...before, line, line, ...after]), place(index + 2))
      const extra = { ...line, seq: index + 2 }
      attempt(`insert after ${index + 1}`, withLines([...before, line, extra, ...after]), place(index + 2))
      attempt(`cut from ${index + 1}`, withLines(before), place(index + 1))
      const [next, ...rest] = after
      if (next) attempt(`swap ${index + 1}`, withLines([...before, next, line, ...rest]), place(index + 1))
    })
  })

  it('[HI18] is found written anew with hashes that hold, from any entry on, also when it is signed by another key', () => {
    for (let from = 0; from < entries.length; from++) {
      const anew = rewritten(from)
      const written = linesOf(bundleOf(anew, signer))
      attempt(
        `rewrite from ${from + 1}`,
        withLines(written),
        new RegExp(`^entry ${entries.length}: .* holds another`),
      )
      const alone = lines.map((line, index) => (index === from ? (written[from] ?? line) : line))
      attempt(`rewrite ${from + 1} alone`, withLines(alone), place(Math.min(from + 2, entries.length)))
      const renumbered = linesOf(bundleOf(rewritten(from, 7), signer))
      const moved = lines.map((line, index) => (index === from ? (renumbered[from] ?? line) : line))
      attempt(`renumber ${from + 1}`, withLines(moved), place(from + 1))
      attempt(`re-signed from ${from + 1}`, bundleOf(anew, forger), /^proof.json: the key is/)
    }
  })

  it('[HI18] is found telling other words than were written, also where it is sealed and signed', () => {
    const lies: ((record: EntryRecord) => EntryRecord)[] = [
      (record) => ({ ...record, pieces: [] }),
      ({ pieces = [], ...record }) => ({
        ...record,
        pieces: pieces.map((piece) => ({ ...piece, inserted: `${piece.inserted}.` })),
      }),
      ({ pieces = [], ...record }) => ({
        ...record,
        pieces: pieces.map((piece) => ({ ...piece, removed: `${piece.removed}.` })),
      }),
      (record) => ({ ...record, agreement: 'signed' as 'closed' }),
    ]
    for (let from = 0; from < entries.length; from++) {
      lies.forEach((lie, at) =>
        attempt(`lie ${at}`, bundleOf(rewritten(from, 0, lie), signer), place(from + 1)),
      )
    }
  })

  it('[HI18] is found with another checkpoint, signature, key, leaf, place or path', () => {
    const proof = JSON.parse(String(whole.get('proof.json'))) as Record<string, Line>
    const withProof = (now: unknown): Files =>
      withManifest(new Map(whole).set('proof.json', Buffer.from(JSON.stringify(now))))
    const { checkpoint = {}, leaf = {} } = proof
    for (let at = 0; at < String(checkpoint.text).length; at++) {
      const text = flipBit(Buffer.from(String(checkpoint.text)), at * 8).toString()
      attempt(`text ${at}`, withProof({ ...proof, checkpoint: { ...checkpoint, text } }), /^proof.json: /)
    }
    for (const name of ['signature', 'publicKey']) {
      const now = flipBit(Buffer.from(String(checkpoint[name]), 'base64'), 77).toString('base64')
      attempt(
        name,
        withProof({ ...proof, checkpoint: { ...checkpoint, [name]: now } }),
        /^(proof.json|public-key)/,
      )
    }
    for (const [name, value] of Object.entries(leaf)) {
      const now = altered(name === 'nonce' ? 'hash' : name, value, 9)
      attempt(`leaf ${name}`, withProof({ ...proof, leaf: { ...leaf, [name]: now } }), /^(entry|proof.json)/)
    }
    attempt('index', withProof({ ...proof, index: 3 }), /^proof.json: the path/)
    const way = proof.path as unknown as readonly string[]
    way.forEach((hash, at) => {
      const path = way.map((old, other) => (other === at ? altered('hash', hash, at * 31) : old))
      attempt(`path ${at}`, withProof({ ...proof, path }), /^proof.json: the path/)
    })
    const pem = Buffer.from(publicKeyPem(forger.publicKey))
    attempt('key', withManifest(new Map(whole).set('public-key.pem', pem)), /^public-key.pem: /)
  })

  it('[HI18] is found where a file is other than the manifest says, missing, or not named', () => {
    for (const { name } of NAMES) {
      const file = whole.get(name) ?? Buffer.alloc(0)
      attempt(
        `${name} ends otherwise`,
        new Map(whole).set(name, Buffer.concat([file, Buffer.from('\n')])),
        /./,
      )
      attempt(`${name} is missing`, new Map([...whole].filter(([other]) => other !== name)), new RegExp(name))
    }
    attempt('another file', new Map(whole).set('note.txt', Buffer.from('')), /^note.txt: /)
  })

  it('[HI18] hid none of what was tried', () => {
    process.stdout.write(`mutations tried ${tried}, found ${found}\n`)
    expect([tried > 2_500, found]).toEqual([true, tried])
  })
})

/** The log with one entry told otherwise, and every hash after it made to fit. */
function rewritten(from: number, further = 0, lie = (record: EntryRecord) => record): readonly StoredEntry[] {
  let prevHash = entries[from]?.prevHash ?? new Uint8Array()
  return entries.map((entry, index) => {
    if (index < from) return entry
    const { payload, record } = readEntry(entry, openContent(entry, KEY))
    const at = index === from ? entry.at + 1 : entry.at
    const anew = sealEntry(
      { ...entry, seq: entry.seq + further, at, prevHash },
      payload,
      index === from ? lie(record) : record,
      KEY,
    )
    prevHash = anew.hash
    return anew
  })
}
