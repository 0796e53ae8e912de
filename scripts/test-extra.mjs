import { requireNode } from './node-version.mjs'

requireNode()
const { runExtra } = await import('./extra/run-extra.mjs')
process.exitCode = await runExtra(process.argv.slice(2))
