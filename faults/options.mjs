import { parseArgs } from 'node:util'

/**
 * @typedef {object} Options
 * @property {'seeds' | 'prove' | 'sweep'} what
 * @property {readonly string[]} seeds
 * @property {number} seconds how long people write under each
 * @property {1 | 2 | null} processes null for both in turn
 * @property {boolean} json
 * @property {string | null} bug the one that is planted, null for all
 * @property {string} master what the seeds were drawn from
 */

export const USAGE = `npm run nemesis -- [--seeds N] [--seconds S] [--processes 1|2] [--seed X] [--json]
npm run nemesis -- --prove [--bug NAME]  plants ten bugs, or one, and says how many were caught
npm run nemesis -- --sweep      ends a process at every named crash point

  --seeds N       how many seeds are drawn (5)      --seconds S     how long people write under each (6)
  --seed X        this seed alone                   --master M      draws the same seeds again
`

/**
 * @param {string[]} words
 * @returns {Options}
 * @throws {TypeError} for a word that is none of these
 */
export function readOptions(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      seeds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '6' },
      processes: { type: 'string' },
      seed: { type: 'string' },
      master: { type: 'string', default: Date.now().toString(36) },
      json: { type: 'boolean', default: false },
      bug: { type: 'string' },
      prove: { type: 'boolean', default: false },
      sweep: { type: 'boolean', default: false },
    },
  })
  const { seed, master, json } = values
  const many = wholeNumber('seeds', values.seeds)
  const drawn = Array.from({ length: many }, (_, at) => `${master}-${at + 1}`)
  return {
    what: values.prove ? 'prove' : values.sweep ? 'sweep' : 'seeds',
    seeds: seed === undefined ? drawn : [seed],
    seconds: wholeNumber('seconds', values.seconds),
    processes: processesOf(values.processes),
    json,
    bug: values.bug ?? null,
    master,
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function wholeNumber(name, value) {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0 && number <= 100_000) return number
  throw new TypeError(`--${name} takes a whole number, not "${value}"`)
}

/** @param {string | undefined} value */
function processesOf(value) {
  if (value === undefined) return null
  if (value === '1') return 1
  if (value === '2') return 2
  throw new TypeError(`--processes takes 1 or 2, not "${value}"`)
}
