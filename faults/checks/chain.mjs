import { createHash } from 'node:crypto'
import { verifyBundle } from './verifier.mjs'
import { violation } from './invariants.mjs'

/** @import { Evidence, Row } from './evidence.mjs' */
/** @import { Verify } from './verifier.mjs' */
/** @import { Violation } from './invariants.mjs' */

/** Columns of a row that a bundle has as well, in the same letters. */
const COLUMNS = /** @type {const} */ ([
  'seq',
  'hash',
  'prev_hash',
  'kind',
  'client_id',
  'op',
  'author_id',
  'at_ms',
  'digest',
])

/**
 * I3: the verifier shares no code with the API, and what it looks at is what the database has. It is put to the test
 * with the same history once more, cut and altered at its end: a verifier that lets that pass proves nothing.
 *
 * @param {Evidence} evidence
 * @param {Verify} [verify]
 * @returns {readonly Violation[]}
 */
export function checkChain({ case: { plan }, files, rows, lines }, verify = verifyBundle) {
  if (files.size === 0) return [violation('I3', `plan ${plan} gave no bundle`)]
  const flaws = verify(files).filter(({ holds }) => !holds)
  const differing = rows.find((row, at) => COLUMNS.some((name) => row[name] !== lines[at]?.[name]))
  return [
    ...flaws.map(({ check, says }) => violation('I3', `${check}: ${says}`)),
    ...(differing || rows.length !== lines.length
      ? [violation('I3', `the bundle is not what the database has, from entry ${differing?.seq ?? '?'} on`)]
      : []),
    ...Object.entries(TAMPERED).flatMap(([name, tamper]) =>
      verify(tamper(files)).every(({ holds }) => holds)
        ? [violation('I3', `the verifier doesn't see that ${name}`)]
        : [],
    ),
  ]
}

/** @type {Readonly<Record<string, (files: Map<string, Buffer>) => Map<string, Buffer>>>} */
const TAMPERED = {
  'the last entry is gone': (files) => withLines(files, (lines) => lines.slice(0, -1)),
  'the last entry says something else': (files) =>
    withLines(files, (lines) => lines.with(-1, altered(lines.at(-1) ?? ''))),
}

/**
 * One character of what the last entry holds; whoever alters a history makes its list of files fit.
 *
 * @param {string} line
 */
function altered(line) {
  const entry = JSON.parse(line)
  return JSON.stringify({ ...entry, payload: `${entry.payload} ` })
}

/**
 * A bundle with other entries, and a manifest that lists them as if they had always been so.
 *
 * @param {Map<string, Buffer>} files
 * @param {(lines: string[]) => string[]} change
 */
export function withLines(files, change) {
  const lines = change((files.get('entries.jsonl')?.toString() ?? '').trimEnd().split('\n'))
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const listed = manifest.files.map((/** @type {{ name: string }} */ file) =>
    file.name === 'entries.jsonl' ? { ...file, bytes: bytes.length, sha256 } : file,
  )
  const fitting = { ...manifest, entries: lines.length, files: listed }
  return new Map([
    ...files,
    ['entries.jsonl', bytes],
    ['manifest.json', Buffer.from(JSON.stringify(fitting))],
  ])
}
