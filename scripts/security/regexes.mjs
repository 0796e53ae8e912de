import path from 'node:path'
import { isSafePattern } from 'redos-detector'
import ts from 'typescript'
import { codeBelow, parsed, walk } from './sources.mjs'

/** Ways in which one text may be read; more than this and a long text could keep a process busy. */
const MOST_WAYS = 200

/**
 * Those that the checker calls unbounded, or cannot read, each with what bounds it all the same: how long what it reads
 * can be, or why no place of it can be read in two ways.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const BOUNDED = {
  '[\\\\/]assets[\\\\/][^\\\\/]+-[\\w-]{8,}\\.\\w+$': 'reads the path of a file of the build that is there',
  '\\{(\\w+)\\}': 'reads the sentences of the catalogue',
  'filename="([^"]+)"': 'reads a header that Accord itself sends',
  '\\s+\\S*$': 'reads a quotation that was cut to its length before',
  '^[^\\s@,;<>()"]+@[^\\s@,;<>()"]+\\.[^\\s@,;<>()".]{2,}$':
    'runs in the browser of whoever typed it; each dot is tried once',
  '^mailto:': 'has nothing that repeats',
  '^.*<([^>]*)>$': 'runs in the browser of whoever typed it',
  '\\.+$': 'runs in the browser of whoever typed it',
  '^[^\\s@"(),:;<>[\\\\\\]]+@[^\\s@"(),:;<>[\\\\\\]]+\\.[^\\s@"(),:;<>[\\\\\\].]+$':
    'reads 100 KB at most; the one @ parts it, and each dot is tried once',
  '`[${WHITE_SPACE}]+`': 'is one class, repeated',
  '`^(?:\\\\s+|\\\\s?[${HYPHENS}]\\\\s?|[${APOSTROPHES}])$`':
    'is held at both ends, and its ways begin and go on differently',
  '`^[${HYPHENS}]$`': 'reads one sign',
}
const PLACES = ['apps', 'packages', 'verifier']

/**
 * @typedef {object} Found
 * @property {string} at file and line
 * @property {string} pattern of one that is put together while the program runs: its code
 * @property {string} flags
 */

/**
 * Every regular expression that the product is written with. Its tests and scripts read nobody's words.
 *
 * @param {string} root
 * @returns {Found[]}
 */
export function regexesOf(root) {
  const files = PLACES.flatMap((place) => codeBelow(path.join(root, place)))
  return files
    .filter((file) => !/\.test\.\w+$|[\\/](test|scripts)[\\/]/.test(file))
    .flatMap((file) => regexesIn(root, file))
}

/**
 * @param {string} root
 * @param {string} file
 */
function regexesIn(root, file) {
  const source = parsed(file)
  /** @type {Found[]} */
  const found = []
  const add = (/** @type {ts.Node} */ node, /** @type {string} */ pattern, /** @type {string} */ flags) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push({ at: `${path.relative(root, file)}:${line + 1}`, pattern, flags })
  }
  walk(source, (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      add(node, node.text.slice(1, end), node.text.slice(end + 1))
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? []
      add(node, pattern?.getText() ?? '', flags?.getText() ?? '')
    }
  })
  return found
}

/**
 * Whether no text can keep it busy for much longer than it takes to read it once. [HD6]
 *
 * @param {Pick<Found, 'pattern' | 'flags'>} regex
 */
export function isBounded({ pattern, flags }) {
  if (Object.hasOwn(BOUNDED, pattern)) return true
  if (/^[`'"]/.test(pattern)) return false
  const judged = isSafePattern(pattern, {
    maxScore: MOST_WAYS,
    unicode: /[uv]/.test(flags),
    caseInsensitive: flags.includes('i') && !/[uv]/.test(flags),
    multiLine: flags.includes('m'),
    dotAll: flags.includes('s'),
    downgradePattern: true,
  })
  return judged.safe
}
