import { requireNode } from './node-version.mjs'

requireNode()
const { runExtraTests } = await import('./testing/run-extra.mjs')
process.exitCode = await runExtraTests()
