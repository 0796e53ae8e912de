import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ASVS_ROWS } from './asvs-rows.mjs'
import { testTitles } from './sources.mjs'

const COLUMNS = 'id,level,applies,held,test'

/** @typedef {{ id: string, level: string, applies: string, held: string, test: string }} Row */

/**
 * @typedef {object} Verdict
 * @property {readonly string[]} problems sentences, none where the list is true
 * @property {{ proven: number, open: number, not: number }} counts
 */

/**
 * Whether a list answers for every row, says why where one does not apply, and names tests that there are. [HD1]
 *
 * @param {string} csv
 * @param {string} root of the checkout whose tests it names
 * @returns {Verdict}
 */
export function judgeAsvs(csv, root) {
  const [head, ...lines] = recordsOf(csv)
  if (head?.join(',') !== COLUMNS) return { problems: [`The columns are not ${COLUMNS}.`], counts: none() }
  const rows = lines.map(([id = '', level = '', applies = '', held = '', test = '']) => ({
    id,
    level,
    applies,
    held,
    test,
  }))
  const titles = titlesIn(root)
  const problems = [...rows.flatMap((row) => problemsOf(row, titles)), ...problemsOfAll(rows)]
  const counts = none()
  for (const row of rows) counts[kindOf(row)]++
  return { problems, counts }
}

const none = () => ({ proven: 0, open: 0, not: 0 })

/** @param {Row} row */
const kindOf = ({ applies, test }) => (applies === 'no' ? 'not' : test === 'open' ? 'open' : 'proven')

/** @param {readonly Row[]} rows */
function problemsOfAll(rows) {
  const ids = rows.map(({ id }) => id)
  return [
    ...[...ASVS_ROWS.keys()].filter((id) => !ids.includes(id)).map((id) => `${id} is missing.`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice.`),
  ]
}

/**
 * @param {Row} row
 * @param {(file: string) => readonly string[] | null} titles
 * @returns {string[]}
 */
function problemsOf({ id, level, applies, held, test }, titles) {
  const wanted = ASVS_ROWS.get(id)
  if (wanted === undefined) return [`${id} is no row that is answered for.`]
  if (Number(level) !== wanted) return [`${id} is of level ${wanted}, not ${level}.`]
  if (applies !== 'yes' && applies !== 'no') return [`${id} says neither yes nor no.`]
  if (held.length < 8) return [`${id} does not say ${applies === 'no' ? 'why not' : 'what holds it'}.`]
  if (applies === 'no') return test === '' ? [] : [`${id} does not apply and names a test.`]
  if (test === 'open') return []
  return test.split(' && ').flatMap((one) => problemOfTest(id, one, titles))
}

/**
 * @param {string} id
 * @param {string} test
 * @param {(file: string) => readonly string[] | null} titles
 */
function problemOfTest(id, test, titles) {
  const [file = '', title = '', ...more] = test.split(' :: ')
  if (title.length < 8 || more.length > 0) return [`${id} names no test and isn't open: ${test}`]
  const found = titles(file)
  if (!found) return [`${id} names a file that isn't there: ${file}`]
  return found.some((one) => one.includes(title))
    ? []
    : [`${id} names a test that isn't in ${file}: ${title}`]
}

/** @param {string} root */
function titlesIn(root) {
  /** @type {Map<string, readonly string[] | null>} */
  const known = new Map()
  return (/** @type {string} */ file) => {
    const place = path.join(root, file)
    if (!known.has(file))
      known.set(file, /\.(test|spec)\.\w+$/.test(file) && existsSync(place) ? testTitles(place) : null)
    return known.get(file) ?? null
  }
}

/**
 * The records of a CSV file (RFC 4180) in which no cell goes over a line's end.
 *
 * @param {string} csv
 * @returns {string[][]}
 */
function recordsOf(csv) {
  return csv.split('\n').flatMap((line) => (line.trim() === '' ? [] : [cellsOf(line)]))
}

/** @param {string} line */
function cellsOf(line) {
  const cells = ['']
  let isQuoted = false
  for (const [at, sign] of [...line].entries()) {
    const before = [...line][at - 1]
    if (sign === '"') {
      isQuoted = !isQuoted
      if (isQuoted && before === '"') cells.push(`${cells.pop() ?? ''}"`)
    } else if (sign === ',' && !isQuoted) cells.push('')
    else cells.push(`${cells.pop() ?? ''}${sign}`)
  }
  return cells
}

/** @param {string} root */
export const readAsvs = (root) => readFileSync(path.join(root, 'docs', 'asvs.csv'), 'utf8')
