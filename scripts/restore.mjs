import { requireNode } from './node-version.mjs'

requireNode()
const { runCommand } = await import('./failure.mjs')
const { restoreRecords } = await import('./house/restore-records.mjs')
await runCommand(() => restoreRecords(process.env, process.argv.slice(2)))
