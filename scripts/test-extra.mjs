import { requireNode } from './node-version.mjs'

requireNode()
const { runExtra } = await import('./extra/run-extra.mjs')
const { runExtraTests } = await import('./testing/run-extra.mjs')
const names = process.argv.slice(2)
const single = await runExtra(names)
// Whoever names what they want gets that alone.
process.exitCode = names.length > 0 ? single : Math.max(single, await runExtraTests())
