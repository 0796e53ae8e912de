import { requireNode } from './node-version.mjs'

requireNode()
const { runCommand } = await import('./failure.mjs')
const { runChecks } = await import('./house/run-checks.mjs')
await runCommand(() => runChecks(process.argv.slice(2)))
