import 'reflect-metadata'
import { operatorAddress } from '../database/operator-address.js'
import { DEFAULT_LIVE_LIMITS, type LiveLimits } from './limits.js'
import type { Door } from './replay/throw-away-house.js'
import { replayFile, type ReplayResult } from './replay/replay-file.js'

/** Raised, because a trace is longer than a goal and typed faster than by hand. */
const LIMITS: LiveLimits = {
  ...DEFAULT_LIVE_LIMITS,
  plan: {
    ...DEFAULT_LIVE_LIMITS.plan,
    longest: { ...DEFAULT_LIVE_LIMITS.plan.longest, statement: 1_000_000 },
  },
  operationsPerSecond: 1_000_000,
  operationBurst: 1_000_000,
}

const wanted = process.argv.slice(2)
const [file] = wanted.filter((word) => !word.startsWith('--'))
if (!file) {
  process.stderr.write('Usage: npm run plan:replay -- FILE [--json] [--look]\n')
  process.exit(2)
}
const address = operatorAddress(process.env)
if (!address) process.exit(2)
const results = await replayFile(file, address, LIMITS, wanted.includes('--look') ? keepOpen : undefined)
if (wanted.includes('--json')) process.stdout.write(`${JSON.stringify({ limits: LIMITS, results })}\n`)
else print(results)
process.exit(results.every((result) => result.equal) ? 0 : 1)

/** The clinic of the trace stays, to be opened in a browser, until Ctrl-C. */
async function keepOpen({ address, email, password }: Door): Promise<void> {
  process.stderr.write(`Look at it: ${address}\n  ${email}\n  ${password}\nCtrl-C takes it down.\n`)
  await new Promise((resolve) => process.once('SIGINT', resolve))
}

function print(replayed: readonly ReplayResult[]): void {
  const { plan, operationsPerSecond } = LIMITS
  process.stdout.write(
    `caps: statement ${plan.longest.statement}, ${operationsPerSecond} operations/s a person\n`,
  )
  for (const { mode, edits, entries, seconds, equal, differs } of replayed) {
    const rate = Math.round(edits / seconds)
    const end = equal ? 'equal' : `NOT EQUAL: ${differs.join(', ')}`
    process.stdout.write(
      `${mode}: ${edits} edits, ${entries} entries, ${seconds.toFixed(1)} s, ${rate} edits/s, ${end}\n`,
    )
  }
}
