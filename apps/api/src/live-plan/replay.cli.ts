import 'reflect-metadata'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_LIVE_LIMITS, type LiveLimits } from './limits.js'
import { replayFile, type ReplayResult } from './replay/replay-file.js'

/** Raised, because a trace is longer than a goal and typed faster than by hand. */
const LIMITS: LiveLimits = {
  ...DEFAULT_LIVE_LIMITS,
  plan: { ...DEFAULT_LIVE_LIMITS.plan, longest: { name: 80, statement: 1_000_000, why: 1_000_000 } },
  operationsPerSecond: 1_000_000,
  operationBurst: 1_000_000,
}

const wanted = process.argv.slice(2)
const [file] = wanted.filter((word) => !word.startsWith('--'))
if (!file) {
  process.stderr.write('Usage: npm run plan:replay -- FILE [--json]\n')
  process.exit(2)
}
const results = await replayFile(file, databaseUrl(), LIMITS)
if (wanted.includes('--json')) process.stdout.write(`${JSON.stringify({ limits: LIMITS, results })}\n`)
else print(results)
process.exit(results.every((result) => result.equal) ? 0 : 1)

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

/** The owner's address: as given, or that of the embedded server that runs. */
function databaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..')
  const asked = spawnSync(process.execPath, [path.join(root, 'scripts/db-url.mjs')], { encoding: 'utf8' })
  if (asked.status === 0) return asked.stdout.trim()
  process.stderr.write(asked.stderr)
  process.exit(1)
}
