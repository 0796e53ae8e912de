import { parseArgs } from 'node:util'

/**
 * @typedef {object} Options
 * @property {'seeds' | 'prove' | 'sweep' | 'measure' | 'herd'} what
 * @property {readonly string[]} seeds
 * @property {number} seconds how long people write under each
 * @property {1 | 2 | 3 | null} processes null for each in turn
 * @property {boolean | null} withRedis null for several processes with and without it in turn, where it is installed
 * @property {boolean} json
 * @property {number} herd how many come back at once
 * @property {string | null} bug the one that is planted, null for all
 * @property {string} master what the seeds were drawn from
 */

export const USAGE = `npm run nemesis -- [--seeds N] [--seconds S] [--processes 1|2|3] [--seed X] [--json]
npm run nemesis -- --prove [--bug NAME]  plants ten bugs, or one, and says how many were caught
npm run nemesis -- --sweep      ends a process at every named crash point
npm run nemesis -- --measure    how long a takeover takes, and how two processes share a plan
npm run nemesis -- --herd N     N tabs lose their server and come back at once

  --seeds N       how many seeds are drawn (5)      --seconds S     how long people write under each (6)
  --redis on|off  several processes tell each other by Redis, or by PostgreSQL (in turn, where Redis is installed)
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
      redis: { type: 'string' },
      json: { type: 'boolean', default: false },
      bug: { type: 'string' },
      measure: { type: 'boolean', default: false },
      herd: { type: 'string' },
      prove: { type: 'boolean', default: false },
      sweep: { type: 'boolean', default: false },
    },
  })
  const { seed, master, json } = values
  const many = wholeNumber('seeds', values.seeds)
  const drawn = Array.from({ length: many }, (_, at) => `${master}-${at + 1}`)
  return {
    what: whatOf(values),
    herd: values.herd === undefined ? 0 : wholeNumber('herd', values.herd),
    seeds: seed === undefined ? drawn : [seed],
    seconds: wholeNumber('seconds', values.seconds),
    processes: processesOf(values.processes),
    withRedis: values.redis === undefined ? null : values.redis === 'on',
    json,
    bug: values.bug ?? null,
    master,
  }
}

const MANY = /** @type {const} */ ([2, 1, 3, 1])

/**
 * The house of a seed for which nothing else is wanted. Of those with two processes, and with three, every other one has Redis.
 *
 * @param {number} at its place among the seeds
 */
export function houseInTurn(at) {
  const processes = MANY[at % MANY.length] ?? 1
  const withRedis = processes > 1 && Math.floor(at / MANY.length) % 2 === (processes === 3 ? 0 : 1)
  return { processes, withRedis }
}

/**
 * @param {{ prove: boolean, sweep: boolean, measure: boolean, herd?: string | undefined }} values
 * @returns {Options['what']}
 */
function whatOf({ prove, sweep, measure, herd }) {
  if (herd !== undefined) return 'herd'
  if (prove) return 'prove'
  if (sweep) return 'sweep'
  return measure ? 'measure' : 'seeds'
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
  if (value === '3') return 3
  throw new TypeError(`--processes takes 1, 2 or 3, not "${value}"`)
}
