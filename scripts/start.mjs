import { requireNode } from './node-version.mjs'

requireNode()
const { runCommand } = await import('./failure.mjs')
const { runHouse } = await import('./house/run-house.mjs')
await runCommand(() => runHouse(process.env))
