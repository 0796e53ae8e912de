import { requireNode } from './node-version.mjs'

requireNode()
const { runHostile } = await import('./testing/run-hostile.mjs')
process.exitCode = await runHostile(process.argv.slice(2))
