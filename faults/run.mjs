import { layGround } from './house/ground.mjs'
import { LIMITS } from './house/house.mjs'
import { houseInTurn, readOptions, USAGE } from './options.mjs'
import { herd } from './proof/herd.mjs'
import { measure } from './proof/measures.mjs'
import { proveAll, sweepAll } from './proof/run-proofs.mjs'
import { lineOf, redis, sumOf, violationsOf } from './report.mjs'
import { runSeed } from './seed.mjs'

/** @import { Options } from './options.mjs' */
/** @import { Ground } from './house/ground.mjs' */
/** @import { Outcome } from './seed.mjs' */
/** @import { Unplayed } from './report.mjs' */

const options = wanted(process.argv.slice(2))
/** With `--json` the one line is all that stdout gets. */
const say = (/** @type {string} */ line) =>
  (options.json ? process.stderr : process.stdout).write(`${line}\n`)

const ground = await layGround()
// Whoever stops a run leaves no PostgreSQL behind; the API's processes end with the channel to this one.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void ground.remove().then(() => process.exit(130)))
}
try {
  process.exitCode = await run(ground)
} finally {
  await ground.remove()
}
process.exit()

/**
 * @param {Ground} on
 * @returns {Promise<number>} the exit code
 */
async function run(on) {
  say(`bounds other than they ship: ${JSON.stringify(LIMITS)}`)
  say(`redis: ${redis(on)}`)
  const { what, master, bug, herd: many } = options
  if (what === 'seeds') return runSeeds(on, options)
  say(`seed=${master}`)
  switch (what) {
    case 'sweep': {
      const swept = await sweepAll(on, master, say)
      print(swept)
      return swept.violations === 0 && swept.missed.length === 0 ? 0 : 1
    }
    case 'prove': {
      const proved = await proveAll(on, { seed: master, bug }, say)
      print(proved)
      return proved.caught === proved.of ? 0 : 1
    }
    case 'herd': {
      const outcome = await herd(on, { name: 'herd', many })
      for (const line of violationsOf(outcome)) say(line)
      const { upAfter, liveAfter, backAfter, lag } = outcome
      say(`server up after ${upAfter} ms, all in after ${liveAfter} ms, all stored after ${backAfter} ms`)
      print({
        ...{ herd: many, upAfter, liveAfter, backAfter, lag },
        ...sumOf([outcome], { unplayed: [], redis: redis(on) }),
      })
      return outcome.violations.length === 0 ? 0 : 1
    }
    case 'measure':
      print(await measure(on, say))
      return 0
  }
}

/**
 * @param {Ground} on
 * @param {Options} how
 */
async function runSeeds(on, { seeds, seconds, processes, withRedis: wantsRedis, master }) {
  say(`master=${master} seeds=${seeds.length} seconds=${seconds}`)
  /** @type {Outcome[]} */
  const outcomes = []
  /** @type {Unplayed[]} */
  const unplayed = []
  for (const [at, seed] of seeds.entries()) {
    const inTurn = houseInTurn(at)
    const many = processes ?? inTurn.processes
    const withRedis = many > 1 && on.redis !== null && (wantsRedis ?? inTurn.withRedis)
    const house = `--processes ${many} --redis ${withRedis ? 'on' : 'off'}`
    say(`seed=${seed} begins`)
    try {
      const outcome = await runSeed(on, { name: `seed_${at}`, seed, seconds, processes: many, withRedis })
      outcomes.push(outcome)
      for (const line of [lineOf(outcome, house), ...violationsOf(outcome)]) say(line)
      if (outcome.violations.length === 0) continue
    } catch (error) {
      // Neither held nor violated: what is not known is told as such, and is no success.
      unplayed.push({ seed, why: /** @type {Error} */ (error).message })
      say(`seed=${seed} COULD NOT BE PLAYED: ${/** @type {Error} */ (error).message}`)
    }
    say(`again: npm run nemesis -- --seed ${seed} --seconds ${seconds} ${house}`)
  }
  const sum = sumOf(outcomes, { unplayed, redis: redis(on) })
  print(sum)
  return sum.failedSeeds.length === 0 && unplayed.length === 0 ? 0 : 1
}

/** @param {object} result */
function print(result) {
  process.stdout.write(`${JSON.stringify(result, null, options.json ? 0 : 2)}\n`)
}

/**
 * @param {string[]} words
 * @returns {Options}
 */
function wanted(words) {
  try {
    return readOptions(words)
  } catch (error) {
    process.stderr.write(`${/** @type {Error} */ (error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}
